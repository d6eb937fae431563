package eu.rempart.document.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a document and did not save. */
@Component
final class DocumentUnfinished extends Unfinished<Document, DocumentData> {

  DocumentUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "document",
        DocumentData.class,
        new Sentences("document.draft.new", "document.draft.changes"),
        drafts,
        member);
  }

  @Override
  protected Begun<DocumentData> begin(@Nullable Document of) {
    return of == null
        ? Begun.empty(DocumentData.named("", null, null))
        : new Begun<>(of.id().value(), of.version(), of.data());
  }

  @Override
  protected Document before(Document now, Draft<DocumentData> draft) {
    return new Document(
        now.id(),
        draft.version(),
        draft.before(),
        now.file(),
        now.unopenable(),
        now.created(),
        now.changed());
  }
}
