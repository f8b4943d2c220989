import { render } from "preact";
import { App, keptDraft } from "./app.tsx";
import { embeddedReview } from "./embedded.ts";
import { browserLanguage } from "./wording/language.ts";
import { draftOf } from "./state/draft.ts";
import { pageWords } from "./wording/words.ts";

async function start(): Promise<void> {
  const language = browserLanguage();
  document.documentElement.lang = language;
  const review = await embeddedReview(language);
  document.title = review?.conversion.report?.title ?? pageWords[language].title;
  const first = review
    ? keptDraft(
        await draftOf(review.conversion, review.originals, { language, templates: review.templates }),
        review.corrections,
        language,
      )
    : null;
  render(<App language={language} first={first} index={review?.index ?? null} />, document.body);
}

void start();
