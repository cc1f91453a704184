/** Gives a file that the server sent to the person, under a name. */
export function saveFile(file: unknown, name: string): void {
  if (!(file instanceof Blob)) return;
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
