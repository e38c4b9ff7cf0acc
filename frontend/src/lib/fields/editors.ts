/** The one chunk that holds what people type with. */
export { BoolEditor, BoolFilter } from './bool-editor';
export { ChoiceEditor, ChoiceFilter } from './choice-editor';
export { DateEditor, DateFilter } from './date-editor';
export { FilesEditor } from './files-editor';
export { LongTextEditor } from './long-text-editor';
export { NumberEditor, NumberFilter } from './number-editor';
export { RelationEditor, RelationFilter } from './relation-editor';
export { TagsEditor, TagsFilter } from './tags-editor';
export { TextEditor, TextFilter } from './text-editor';
