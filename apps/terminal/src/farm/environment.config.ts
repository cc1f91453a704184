/** The environment that a house of our own starts in: ours, without settings of another house. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !isSetting(name));
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

function isSetting(name: string): boolean {
  return name.startsWith('KAITONG_') || name === 'DATABASE_URL';
}
