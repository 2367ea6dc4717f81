// Whether this is training: told by the page itself, so that it is known before anybody signs in.
export const isTraining =
  document.querySelector<HTMLMetaElement>('meta[name=izdoo-training]')?.content === 'on';
