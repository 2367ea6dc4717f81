// Words for people, with the code of the server small beneath them where an engineer needs it.
import { Text } from '@mantine/core';

export function Coded({ words, code }: { words: string; code: string }) {
  return (
    <>
      {words}
      {words !== code && (
        <Text component="span" display="block" size="xs" c="dimmed" ff="monospace">
          {code}
        </Text>
      )}
    </>
  );
}
