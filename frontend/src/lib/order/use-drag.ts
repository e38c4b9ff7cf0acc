import { type DragEvent, useState } from 'react';

/** What is dragged with a mouse, and over what it is; fingers and keys have a `MoveHandle`. */
export function useDrag(onDrop: (dragged: string, target: string) => void) {
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  /** Something is dropped here. */
  const target = (key: string) => ({
    'data-over': (dragged && over === key && dragged !== key) || undefined,
    onDragOver: (event: DragEvent) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(key);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (dragged && dragged !== key) onDrop(dragged, key);
      end();
    },
  });
  /** This is dragged, and others are dropped before it. */
  const item = (key: string) => ({
    ...target(key),
    draggable: true,
    'data-dragged': dragged === key || undefined,
    onDragStart: (event: DragEvent) => {
      event.stopPropagation();
      event.dataTransfer.setData('text/plain', key);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(key);
    },
    onDragEnd: end,
  });
  return { item, target };
}
