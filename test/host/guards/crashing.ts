// A suite that takes the extension host down with it, claiming success: the launcher must report it as failed.
export async function run(): Promise<void> {
  process.exit(0);
}
