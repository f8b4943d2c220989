import { optimizeLate } from "./late-optimizing.ts";

// Entry point of a child process, which converts one document after another and is expected to die now and then. What V8
// compiled is only taken under the flags that it was made with, so they are set before it is loaded.
optimizeLate();
void import("./answering.ts").then(({ answerTasks }) => answerTasks());
