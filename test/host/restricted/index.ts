// The suite for a folder that nobody has said to trust.
import path from 'node:path';
import { runTestFiles } from '../suite/runTestFiles';

export const run = (): Promise<void> => runTestFiles([path.join(__dirname, 'restrictedMode.test.js')]);
