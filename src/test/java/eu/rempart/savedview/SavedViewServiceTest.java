package eu.rempart.savedview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.db.Actor;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SavedViewServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ViewContent CONTENT =
      new ViewContent(
          "dubois",
          Map.of("country", List.of("FR", "BE")),
          new Rule.All(
              List.of(
                  new Rule.Any(
                      List.of(new Rule.Test("city", Operator.STARTS_WITH, List.of("Lil")))))),
          List.of("name", "city"),
          "city",
          true,
          "owner");

  private final CurrentMember current = new CurrentMember();
  private SavedViewService views;
  private SignedInMember anna;
  private SignedInMember bert;
  private SignedInMember manager;

  @BeforeEach
  void open() {
    views =
        new SavedViewService(
            new SavedViewRepository(database.app(), new TestSealing()),
            database.writes(() -> current.find().map(member -> Actor.manual(member.memberId()))),
            new Rights(current),
            current);
    anna = member(Role.MEMBER);
    bert = member(Role.MEMBER);
    manager = member(Role.MANAGER);
  }

  private SignedInMember member(Role role) {
    return new SignedInMember(database.member(role.name()), role, UUID.randomUUID(), null);
  }

  private <T> T as(SignedInMember member, Callable<T> work) throws Exception {
    return current.callAs(member, work);
  }

  private SavedView create(SignedInMember member, String name, boolean shared) throws Exception {
    return as(member, () -> views.create("contact", name, shared, CONTENT));
  }

  private static SavedView named(SavedView view, String name) {
    return new SavedView(
        view.id(),
        view.version(),
        view.ownerId(),
        view.kind(),
        view.shared(),
        name,
        view.content());
  }

  @Test
  void aViewComesBackAsItWasKept() throws Exception {
    SavedView kept = create(anna, "  Northern ", false);

    assertThat(kept.name()).isEqualTo("Northern");
    assertThat(as(anna, () -> views.find(kept.id()))).contains(kept);
    assertThat(as(anna, () -> views.of("contact"))).contains(kept);
    assertThat(as(anna, () -> views.of("deal"))).doesNotContain(kept);
  }

  @Test
  void aPrivateOneIsThereForNobodyElse() throws Exception {
    SavedView own = create(anna, "Mine", false);

    for (SignedInMember other : List.of(bert, manager)) {
      assertThat(as(other, () -> views.of("contact"))).doesNotContain(own);
      assertThat(as(other, () -> views.find(own.id()))).isEmpty();
      assertThat(as(other, () -> views.save(named(own, "Taken")))).isFalse();
      as(other, () -> views.archive(own.id()));
    }
    assertThat(as(anna, () -> views.find(own.id()))).contains(own);
  }

  @Test
  void aSharedOneIsSeenByAllAndChangedByItsOwnerAndManagers() throws Exception {
    SavedView shared = create(anna, "Ours", true);

    assertThat(as(bert, () -> views.of("contact"))).contains(shared);
    assertThatThrownBy(() -> as(bert, () -> views.save(named(shared, "Bert's"))))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(bert, () -> views.archive(shared.id())))
        .isInstanceOf(NotPermittedException.class);
    assertThat(as(manager, () -> views.save(named(shared, "Everybody's")))).isTrue();
    assertThat(as(anna, () -> views.save(named(shared, "An old version")))).isFalse();
    as(manager, () -> views.archive(shared.id()));
    assertThat(as(anna, () -> views.find(shared.id()))).isEmpty();
  }

  @Test
  void readersKeepTheirOwnAndShareNone() throws Exception {
    SignedInMember reader = member(Role.READER);

    assertThat(create(reader, "Read", false).shared()).isFalse();
    assertThatThrownBy(() -> create(reader, "Shared", true))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(member(Role.ENGINEER), () -> views.of("contact")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThatThrownBy(() -> create(anna, " ", false)).isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> create(anna, "x".repeat(61), false))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void theDatabaseSeesNeitherNameNorWhatIsLookedFor() throws Exception {
    SavedView kept = create(anna, "Whalers", false);

    var row =
        database
            .app()
            .fetchSingle("SELECT name, content FROM saved_view WHERE id = ?", kept.id().value());

    // what the sealing of tests writes: both went through the sealing, as their columns'
    assertThat(new String((byte[]) row.get(0), StandardCharsets.ISO_8859_1))
        .endsWith("saved_view.name|Whalers");
    assertThat(new String((byte[]) row.get(1), StandardCharsets.ISO_8859_1))
        .contains("saved_view.content|");
  }

  @Test
  void aContentThatIsNoneShowsEverything() {
    assertThat(ViewText.read("no JSON")).isEqualTo(ViewContent.EVERYTHING);
    assertThat(ViewText.read("{\"filters\": 3, \"columns\": {}, \"sort\": 5}"))
        .isEqualTo(ViewContent.EVERYTHING);
  }
}
