package eu.rempart.document.ui.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentState;
import eu.rempart.document.WithFiles;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done to many documents, step by step as a bulk change takes it. */
class DocumentBulkTest extends WithFiles {

  private static final UUID TAG = UUID.randomUUID();

  @Autowired private DocumentBulk room;
  private List<UUID> ids;

  @BeforeEach
  void bring() {
    ids =
        IntStream.range(0, 3)
            .mapToObj(i -> document("Bulk " + i + ".txt", bytes("a")).id().value())
            .toList();
  }

  private List<DocumentData> now() {
    return documents.findAll(ids).values().stream().map(Document::data).toList();
  }

  @Test
  void theyAreTaggedAndThoseThatHaveTheTagAlreadyAreNotCounted() {
    assertThat(room.tag(Set.of(TAG), Set.of()).applyAsInt(ids.subList(0, 2))).isEqualTo(2);
    assertThat(room.tag(Set.of(TAG), Set.of()).applyAsInt(ids)).isEqualTo(1);
    assertThat(now()).allSatisfy(data -> assertThat(data.tags()).containsExactly(TAG));

    assertThat(room.tag(Set.of(), Set.of(TAG)).applyAsInt(ids)).isEqualTo(3);
    assertThat(now()).allSatisfy(data -> assertThat(data.tags()).isEmpty());
  }

  @Test
  void moreTagsThanARecordHasAreRefusedAndNothingElseChanges() {
    Set<UUID> many = Set.copyOf(IntStream.range(0, 51).mapToObj(_ -> UUID.randomUUID()).toList());
    assertThat(room.tag(many, Set.of()).applyAsInt(ids)).isZero();
    assertThat(now()).allSatisfy(data -> assertThat(data.tags()).isEmpty());
  }

  @Test
  void everyFieldThatIsOfferedIsSetAndTold() {
    assertThat(room.fields()).extracting(field -> field.column()).doesNotHaveDuplicates();
    assertThat(room.now("state", ids.getFirst())).isEqualTo(DocumentState.VALID);
    assertThat(room.now("folder_id", ids.getFirst())).isNull();
    UUID owner = admin().memberId();
    assertThat(room.assign(null).applyAsInt(ids)).isEqualTo(3);
    assertThat(room.assign(owner).applyAsInt(ids)).isEqualTo(3);
    assertThat(now()).allSatisfy(data -> assertThat(data.owner()).isEqualTo(owner));
  }

  @Test
  void theyAreArchivedByWhoMay() {
    actAs(Role.READER);
    assertThatThrownBy(() -> room.archive().applyAsInt(ids))
        .isInstanceOf(NotPermittedException.class);
    admin();
    assertThat(room.archive().applyAsInt(ids)).isEqualTo(3);
    assertThat(now()).isEmpty();
    assertThat(room.archive().applyAsInt(ids)).as("gone already").isZero();
  }
}
