import i18n from 'i18next';

/** For route loaders: the page before stays until the words of the next one are there. */
export async function startWords(...areas: string[]): Promise<void> {
  await i18n.loadNamespaces(areas);
}
