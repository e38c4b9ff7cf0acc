/** Cells as a spreadsheet puts them on the clipboard: tabs between, quotes round what holds breaks. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const input = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < input.length; at++) {
    const letter = input[at];
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (input[at + 1] === '"') cell += input[at++];
      else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === '\t') end();
    else if (letter === '\n') {
      end();
      rows.push([]);
    } else cell += letter;
  }
  end();
  return rows;
}

/** The same way out; breaks inside a cell would be new cells, so they become spaces. A quote at the beginning is quoted. */
export function writeCells(rows: string[][]): string {
  const write = (cell: string) => {
    const line = cell.replace(/[\t\n\r]+/g, ' ');
    return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
  };
  return rows.map((cells) => cells.map(write).join('\t')).join('\n');
}
