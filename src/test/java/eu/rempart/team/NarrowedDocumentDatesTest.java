package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.UploadService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day that somebody is not shown counts where they change the other one. */
class NarrowedDocumentDatesTest extends WithNarrowedMembers {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;

  private static DocumentData dated(
      DocumentData data, @Nullable LocalDate published, @Nullable LocalDate expires) {
    return new DocumentData(
        data.name(),
        data.folder(),
        data.sort(),
        data.state(),
        published,
        expires,
        data.description(),
        data.owner(),
        data.tags(),
        data.custom());
  }

  @Test
  void aDocumentDoesNotExpireBeforeADayThatIsHidden() throws Exception {
    UUID upload = uploads.take("Dated.txt", new byte[] {'a'});
    Document made = ((Brought.Kept) documents.create(upload, null, List.of())).document();
    documents.save(made.id(), made.version(), made.data(), dated(made.data(), DAY, null));
    SignedInMember eve =
        narrowed(Role.MEMBER, without("document", Map.of("published", FieldRule.HIDDEN)));
    Document seen = as(eve, () -> documents.find(made.id())).orElseThrow();

    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        documents.save(
                            seen.id(),
                            seen.version(),
                            seen.data(),
                            dated(seen.data(), null, DAY.minusDays(1)))))
        .isInstanceOf(InvalidFieldException.class);
    assertThat(
            as(
                eve,
                () ->
                    documents.save(
                        seen.id(),
                        seen.version(),
                        seen.data(),
                        dated(seen.data(), null, DAY.plusDays(1)))))
        .isInstanceOf(SaveResult.Saved.class);
    DocumentData now = documents.find(made.id()).orElseThrow().data();
    assertThat(now.published()).isEqualTo(DAY);
    assertThat(now.expires()).isEqualTo(DAY.plusDays(1));
  }
}
