// The suite for the packaged extension, as a user has it.
import path from 'node:path';
import { runTestFiles } from '../suite/runTestFiles';

export const run = (): Promise<void> => runTestFiles([path.join(__dirname, 'installed.test.js')]);
