package eu.rempart.document.file;

import static eu.rempart.db.generated.Tables.DOCUMENT_WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentService;
import eu.rempart.search.Indexes;
import eu.rempart.search.SearchIndex;
import eu.rempart.team.WithNarrowedMembers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one may not read is not found by its words either. */
class WordsOfHiddenDocumentsTest extends WithNarrowedMembers {

  @Autowired private WordsReading reading;
  @Autowired private WordsService words;
  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;
  @Autowired private SearchIndex index;
  @Autowired private DSLContext dsl;

  private Document document(String text) throws Exception {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    UUID id = uploads.begin("secret.txt", content.length, "").id();
    assertThat(uploads.append(id, 0, new ByteArrayInputStream(content))).isPresent();
    return ((Brought.Kept) documents.create(id, null, List.of())).document();
  }

  @Test
  void whoReadsTheirOwnAloneFindsNoWordOfOthers() throws Exception {
    Indexes.awaitReady(documents::indexState);
    String rare = "h" + UUID.randomUUID().toString().substring(0, 8) + "zz";
    Document kept = document("between us: " + rare);
    reading.round();
    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(() -> assertThat(documents.search(rare, 5)).hasSize(1));
    SignedInMember narrow = narrowed(Role.MEMBER, only(Scope.OWN));

    assertThat(as(narrow, () -> documents.search(rare, 5))).isEmpty();
    assertThat(as(narrow, () -> index.everywhere(rare, 5)))
        .allSatisfy((kind, ids) -> assertThat(ids).isEmpty());
    assertThat(as(narrow, () -> words.progress()).total()).isZero();
    assertThat(
            as(
                narrow,
                () -> dsl.fetchExists(DOCUMENT_WORDS, DOCUMENT_WORDS.ID.eq(kept.file().value()))))
        .as("the database keeps it back too")
        .isFalse();
    assertThat(as(narrow, () -> index.everywhere(rare, 5).getOrDefault("document", List.of())))
        .isEmpty();
    assertThat(Map.copyOf(index.everywhere(rare, 5)).get("document")).contains(kept.id().value());
  }
}
