package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentColumn;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentQuery;
import eu.rempart.document.DocumentService;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.document.file.UploadService;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.search.Indexes;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not shown a field of documents learns nothing of it by filters, conditions and counts. */
class NarrowedDocumentsTest extends WithNarrowedMembers {

  @Autowired private DocumentService documents;
  @Autowired private ManyDocumentsService many;
  @Autowired private FolderService folders;
  @Autowired private UploadService uploads;

  private final UUID tag = UUID.randomUUID();
  private FolderId folder;
  private Document document;
  private SignedInMember eve;

  @BeforeEach
  void bring() throws Exception {
    Indexes.awaitReady(documents::indexState);
    folder = folders.create(null, "Narrow " + UUID.randomUUID());
    UUID upload = uploads.take("Narrow.txt", new byte[] {'a'});
    document = ((Brought.Kept) documents.create(upload, folder, List.of())).document();
    documents.save(
        document.id(),
        document.version(),
        document.data(),
        document.data().tagged(Set.of(tag)).sortedAs(DocumentSort.CONTRACT));
    eve =
        narrowed(
            Role.MEMBER,
            without(
                "document",
                Map.of(
                    "tags", FieldRule.HIDDEN,
                    "kind", FieldRule.HIDDEN)));
  }

  private boolean finds(DocumentQuery query) {
    var page = many.page(query, 0, 500);
    assertThat(page.total() > 0).isEqualTo(!page.rows().isEmpty());
    return page.rows().stream().anyMatch(each -> each.id().equals(document.id()));
  }

  private DocumentQuery query(@Nullable FolderId place, DocumentFilter filter, Rule rule) {
    return new DocumentQuery(place, "", filter, rule, DocumentColumn.CHANGED, true, ZoneOffset.UTC);
  }

  private DocumentQuery filtered(Set<DocumentSort> sorts, Set<UUID> tags) {
    return query(
        null,
        new DocumentFilter(Set.of(), sorts, Set.of(), Set.of(), tags, null, null),
        Rule.EVERYTHING);
  }

  @Test
  void hiddenFieldsFilterNothing() {
    List<DocumentQuery> telling =
        List.of(filtered(Set.of(DocumentSort.CONTRACT), Set.of()), filtered(Set.of(), Set.of(tag)));

    assertThat(telling).as("who is shown them").allMatch(this::finds);
    for (DocumentQuery each : telling) {
      assertThat(as(eve, () -> finds(each))).isFalse();
    }
    assertThat(
            as(
                eve,
                () ->
                    finds(
                        query(
                            null,
                            DocumentFilter.NONE,
                            new Rule.Test("tag", Operator.IS, List.of(tag.toString()))))))
        .isFalse();
    assertThat(as(eve, () -> finds(query(folder, DocumentFilter.NONE, Rule.EVERYTHING))))
        .as("where it lies")
        .isTrue();
  }

  @Test
  void rowsDoNotTellThem() {
    Document seen = as(eve, () -> many.findAll(List.of(document.id()))).getFirst();
    assertThat(seen.data().tags()).isEmpty();
    assertThat(seen.data().folder()).isEqualTo(folder);
    assertThat(seen.data().sort()).isNull();
  }
}
