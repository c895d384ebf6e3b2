/** The address somebody pressed and has not decided about yet. */
class LinkAsk {
  url = $state<string | undefined>(undefined);

  ask(url: string): void {
    this.url = url;
  }

  forget(): void {
    this.url = undefined;
  }
}

export const linkAsk = new LinkAsk();
