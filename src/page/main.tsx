import { render } from "preact";
import { App, opened } from "./app.tsx";
import { embeddedReview } from "./embedded.ts";
import { browserLanguage } from "./language.ts";
import { words } from "./words.ts";

async function start(): Promise<void> {
  const language = browserLanguage();
  document.documentElement.lang = language;
  const review = await embeddedReview(language);
  document.title = review?.conversion.report?.title ?? words[language].title;
  const first = review
    ? await opened({ ...review, name: review.conversion.source.name, bytes: review.original }, language)
    : null;
  render(<App language={language} first={first} index={review?.index ?? null} />, document.body);
}

void start();
