package eu.rempart.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.sealed.TestSealing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final CurrentMember current = new CurrentMember();
  private TagService tags;

  @BeforeEach
  void open() {
    tags =
        new TagService(
            new TagRepository(database.app(), new TestSealing()),
            database.writes(() -> current.find().map(member -> Actor.manual(member.memberId()))),
            new Rights(current));
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  private Tag now(TagId id) throws Exception {
    return as(Role.READER, tags::all).stream()
        .filter(tag -> tag.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNameIsGivenOnceWhateverItsCaseAndAccents() throws Exception {
    Tag made = as(Role.MEMBER, () -> tags.create("  Clé  de voûte "));

    assertThat(made.name()).isEqualTo("Clé de voûte");
    assertThat(as(Role.MEMBER, () -> tags.create("CLE DE VOUTE"))).isEqualTo(made);
    assertThat(as(Role.MEMBER, () -> tags.create("Clé de voûte 2"))).isNotEqualTo(made);
  }

  @Test
  void aTagGetsAnotherNameAndColourAndItsHistoryTellsSo() throws Exception {
    Tag made = as(Role.MEMBER, () -> tags.create("Prospectt"));

    boolean saved =
        as(Role.MEMBER, () -> tags.save(new Tag(made.id(), made.version(), "Prospect", 5)));

    assertThat(saved).isTrue();
    assertThat(now(made.id())).isEqualTo(new Tag(made.id(), 2, "Prospect", 5));
    assertThat(KeptTables.TAG.versionsOf(database.app(), made.id().value())).hasSize(2);
    assertThat(as(Role.MEMBER, () -> tags.save(made))).as("an old version").isFalse();
  }

  @Test
  void nobodyTakesTheNameOfAnotherTag() throws Exception {
    as(Role.MEMBER, () -> tags.create("Gold"));
    Tag silver = as(Role.MEMBER, () -> tags.create("Silver"));

    assertThatThrownBy(() -> as(Role.MEMBER, () -> tags.save(new Tag(silver.id(), 1, "gold", 1))))
        .isInstanceOf(TagNameTakenException.class)
        .hasMessageNotContaining("old");
    assertThat(now(silver.id()).name()).isEqualTo("Silver");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\u200b", "A name of far more than the forty characters that fit"})
  void aNameThatIsNoneIsRefused(String name) {
    assertThatThrownBy(() -> as(Role.MEMBER, () -> tags.create(name)))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void anArchivedTagIsGoneFromTheListAndItsNameIsFree() throws Exception {
    Tag made = as(Role.MEMBER, () -> tags.create("Fair 2025"));

    as(Role.MEMBER, () -> tags.archive(made.id()));

    assertThat(as(Role.READER, tags::all)).extracting(Tag::id).doesNotContain(made.id());
    assertThat(as(Role.MEMBER, () -> tags.create("Fair 2025")).id()).isNotEqualTo(made.id());
  }

  @Test
  void theDatabaseNeverSeesAName() throws Exception {
    Tag made = as(Role.MEMBER, () -> tags.create("Whistleblower"));

    byte[] stored =
        (byte[])
            database
                .app()
                .fetchSingle("SELECT name FROM tag WHERE id = ?", made.id().value())
                .get(0);

    // what the sealing of tests writes: it went through the sealing, as its column's
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).endsWith("tag.name|Whistleblower");
  }

  @Test
  void readersMakeNoneAndEngineersSeeNone() throws Exception {
    Tag made = as(Role.MEMBER, () -> tags.create("Closed shop"));
    List<Callable<?>> writing =
        List.of(
            () -> tags.create("Mine"),
            () -> tags.save(made),
            () -> tags.archive(made.id()),
            () -> {
              tags.createAll(Map.of(), Reason.IMPORT);
              return true;
            });
    for (Callable<?> door : writing) {
      assertThatThrownBy(() -> as(Role.READER, door)).isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> as(Role.ENGINEER, tags::all))
        .isInstanceOf(NotPermittedException.class);
  }
}
