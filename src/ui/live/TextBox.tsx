import { Textarea } from '@mantine/core';
import {
  useEffect,
  useRef,
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type SyntheticEvent,
} from 'react';
import { live, store } from '../../app.ts';
import { LONGEST_TEXT } from '../../state/live.ts';
import { useApp } from '../use-app.ts';
import styles from './TextBox.module.css';

/**
 * The box itself holds what is being typed: an input method needs it left alone, and a keystroke should redraw nothing
 * here. It follows the state where that differs, such as after an example or a refused text.
 */
export function TextBox() {
  const box = useRef<HTMLTextAreaElement>(null);
  const text = useApp((app) => app.live.text);
  const refused = useApp((app) => app.live.tooLong);

  useEffect(() => {
    const { composing } = store.getState().live;
    if (box.current && !composing && box.current.value !== text) box.current.value = text;
  }, [text, refused]);

  useEffect(() => {
    // Where a keyboard is at hand; on touch it would cover half the page.
    const idle = document.activeElement === document.body;
    if (idle && matchMedia('(pointer: fine)').matches) box.current?.focus({ preventScroll: true });
  }, []);

  return (
    <Textarea
      ref={box}
      label="Your text"
      placeholder="The soup was cold, but the waiter made up for it…"
      rows={7}
      classNames={{
        root: styles.root,
        wrapper: styles.wrapper,
        input: styles.input,
      }}
      defaultValue={text}
      spellCheck={false}
      onInput={take}
      onCompositionStart={live.startComposing}
      onCompositionEnd={take}
      onPaste={(event: ClipboardEvent<HTMLTextAreaElement>) =>
        refuseIfTooLong(event, event.clipboardData)
      }
      onDrop={(event: DragEvent<HTMLTextAreaElement>) => refuseIfTooLong(event, event.dataTransfer)}
    />
  );
}

function take({ currentTarget, nativeEvent, timeStamp }: FormEvent<HTMLTextAreaElement>) {
  const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
  const text = currentTarget.value;
  const { live: state } = store.getState();
  if (composing || (text === state.text && !state.composing)) return;
  live.setText(text, timeStamp);
}

/** Keeps a text that is far too long from ever being laid out: a megabyte in a text area freezes the page. */
function refuseIfTooLong(event: SyntheticEvent<HTMLTextAreaElement>, from: DataTransfer) {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const added = from.getData('text/plain');
  const text = value.slice(0, selectionStart) + added + value.slice(selectionEnd);
  if (text.length <= LONGEST_TEXT) return;
  event.preventDefault();
  live.setText(text);
}
