// Paper is white, whatever the colours of the screen: while it is printed the look is the light one.
export function keepPaperLight(): void {
  const { dataset } = document.documentElement;
  let screen: string | undefined;
  addEventListener('beforeprint', () => {
    screen = dataset['mantineColorScheme'];
    dataset['mantineColorScheme'] = 'light';
  });
  addEventListener('afterprint', () => {
    if (screen !== undefined) dataset['mantineColorScheme'] = screen;
  });
}
