package eu.rempart.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.search.SearchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanyServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final CompanyData ACME =
      CompanyData.builder().name("Acme SA").industry("Anvils").build();

  private final CurrentMember current = new CurrentMember();
  private final Dependents people = new Dependents();
  private CompanyService companies;

  @BeforeEach
  void open() {
    companies =
        new CompanyService(
            new CompanyRepository(database.app(), new TestSealing()),
            new SearchIndex(List::of, Locale.FRENCH),
            database.writes(() -> current.find().map(member -> Actor.manual(member.memberId()))),
            new Rights(current),
            TestCustomFields.checks(database),
            List.of(people));
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  private void refused(Role role, Callable<?> work) {
    assertThatThrownBy(() -> as(role, work))
        .as("%s", role)
        .isInstanceOf(NotPermittedException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "MANAGER", "ADMINISTRATOR"})
  void whoeverWritesCreatesChangesAndArchives(Role role) throws Exception {
    CompanyId id = as(role, () -> companies.create(ACME));
    Company created = as(Role.READER, () -> companies.find(id).orElseThrow());
    CompanyData renamed = ACME.toBuilder().name("Acme SE").build();

    SaveResult<Company, CompanyField> saved =
        as(role, () -> companies.save(id, created.version(), created.data(), renamed));

    assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    assertThat(KeptTables.COMPANY.versionsOf(database.app(), id.value())).hasSize(2);
    assertThat(as(Role.READER, () -> companies.reference(id)))
        .contains(new CompanyReference(id, "Acme SE", false));
    as(role, () -> companies.archive(List.of(id)));
    assertThat(as(Role.READER, () -> companies.find(id))).isEmpty();
    assertThat(as(Role.READER, () -> companies.reference(id)))
        .contains(new CompanyReference(id, "Acme SE", true));
    assertThat(as(role, () -> companies.save(id, 2, renamed, ACME)))
        .isInstanceOf(SaveResult.Gone.class);
  }

  @Test
  void readerChangesNothing() throws Exception {
    CompanyId id = as(Role.MEMBER, () -> companies.create(ACME));

    refused(Role.READER, () -> companies.create(ACME));
    refused(Role.READER, () -> companies.save(id, 1, ACME, CompanyData.EMPTY));
    refused(Role.READER, () -> companies.archive(List.of(id)));
    refused(Role.READER, () -> companies.archiveWithDependents(List.of(id)));
    assertThat(as(Role.READER, () -> companies.find(id)).map(Company::version)).contains(1);
  }

  @Test
  void engineerReachesNothing() throws Exception {
    CompanyId id = as(Role.MEMBER, () -> companies.create(ACME));

    List<Callable<?>> doors =
        List.of(
            () -> companies.page(CompanyQuery.ALL, 0, 50),
            () -> companies.ids(CompanyQuery.ALL, 50),
            () -> companies.find(id),
            () -> companies.findAll(List.of(id)),
            () -> companies.rows(List.of(id), CompanyColumn.DEFAULT),
            () -> companies.reference(id),
            () -> companies.subsidiaries(id),
            () -> companies.recentlyChanged(5, CompanyColumn.DEFAULT),
            () -> companies.likelyDuplicates(ACME, null),
            () -> companies.matching(null, "Acme SA"),
            () -> companies.countDependents(List.of(id)),
            companies::indexState,
            () -> companies.create(ACME),
            () -> companies.save(id, 1, ACME, ACME),
            () -> companies.saveAll(Map.of(), Reason.EDIT),
            () -> companies.archive(List.of(id)),
            () -> companies.archiveWithDependents(List.of(id)));
    doors.forEach(door -> refused(Role.ENGINEER, door));
    assertThatThrownBy(() -> companies.tellIndex(List.of(id)))
        .as("nobody signed in")
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void staleSaveNamesWhatBothChanged() throws Exception {
    CompanyId id = as(Role.MEMBER, () -> companies.create(ACME));
    CompanyData theirs = ACME.toBuilder().name("Acme NV").language("nl").build();
    as(Role.MEMBER, () -> companies.save(id, 1, ACME, theirs));

    SaveResult<Company, CompanyField> result =
        as(
            Role.MEMBER,
            () -> companies.save(id, 1, ACME, ACME.toBuilder().name("Acme AG").build()));

    Company now = as(Role.READER, () -> companies.find(id).orElseThrow());
    assertThat(result)
        .isEqualTo(
            new SaveResult.Stale<>(
                now, Set.of(CompanyField.NAME, CompanyField.LANGUAGE), Set.of(CompanyField.NAME)));
    assertThat(now.data()).isEqualTo(theirs);
  }

  @Test
  void aCompanyWithoutANameIsRefused() {
    assertThatThrownBy(() -> as(Role.MEMBER, () -> companies.create(CompanyData.EMPTY)))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void whatBelongsToItOnlyIsArchivedWithItWhenAskedFor() throws Exception {
    CompanyId id = as(Role.MEMBER, () -> companies.create(ACME));
    UUID person = UUID.randomUUID();
    people.only.add(person);

    assertThat(as(Role.MEMBER, () -> companies.countDependents(List.of(id)))).isEqualTo(1);
    as(Role.MEMBER, () -> companies.archiveWithDependents(List.of(id)));

    assertThat(people.archived).containsExactly(person);
    assertThat(as(Role.MEMBER, () -> companies.find(id))).isEmpty();
  }

  private static final class Dependents implements CompanyDependents {
    final List<UUID> only = new ArrayList<>();
    final List<UUID> archived = new ArrayList<>();

    @Override
    public Set<UUID> onlyOf(Collection<CompanyId> companies) {
      return Set.copyOf(only);
    }

    @Override
    public void archive(Set<UUID> ids) {
      archived.addAll(ids);
    }

    @Override
    public void changed(Set<UUID> ids) {}
  }
}
