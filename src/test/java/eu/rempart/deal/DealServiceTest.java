package eu.rempart.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DealServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestDeals house;
  private DealData roof;

  @BeforeEach
  void open() throws Exception {
    house = new TestDeals(database);
    roof =
        DealData.builder()
            .name("Roof")
            .amount(new BigDecimal("1200"))
            .currency("EUR")
            .stageId(house.stage(0))
            .build();
  }

  private void refused(Role role, Callable<?> work) {
    assertThatThrownBy(() -> house.as(role, work))
        .as("%s", role)
        .isInstanceOf(NotPermittedException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "MANAGER", "ADMINISTRATOR"})
  void whoeverWritesCreatesChangesAndArchives(Role role) throws Exception {
    DealId id = house.as(role, () -> house.deals.create(roof));
    Deal created = house.now(id);
    DealData renamed = roof.toBuilder().name("Roof and gutters").build();

    SaveResult<Deal, DealField> saved =
        house.as(role, () -> house.deals.save(id, created.version(), created.data(), renamed));

    assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    assertThat(KeptTables.DEAL.versionsOf(database.app(), id.value())).hasSize(2);
    house.as(role, () -> house.deals.archive(List.of(id)));
    assertThat(house.as(Role.READER, () -> house.deals.find(id))).isEmpty();
    assertThat(house.as(role, () -> house.deals.save(id, 2, renamed, roof)))
        .isInstanceOf(SaveResult.Gone.class);
  }

  @Test
  void readerChangesNothingAndEngineerReachesNothing() throws Exception {
    DealId id = house.as(Role.MEMBER, () -> house.deals.create(roof));
    ContactId contact = house.contact();
    DealContact person = new DealContact(UUID.randomUUID(), 1, id, contact, null);

    List<Callable<?>> writing =
        List.of(
            () -> house.deals.create(roof),
            () -> house.deals.save(id, 1, roof, DealData.EMPTY),
            () -> house.deals.archive(List.of(id)),
            () -> {
              house.deals.createAll(Map.of(), Reason.EDIT);
              return true;
            },
            () -> {
              house.deals.moveAll(List.of(), Reason.EDIT);
              return true;
            },
            () -> house.people.add(id, contact, null),
            () -> house.people.save(person, DealContactRole.OTHER),
            () -> house.people.remove(person));
    List<Callable<?>> reading =
        List.of(
            () -> house.deals.page(DealQuery.ALL, 0, 50),
            () -> house.deals.ids(DealQuery.ALL, 50),
            () -> house.deals.find(id),
            () -> house.deals.findAll(List.of(id)),
            () -> house.deals.rows(List.of(id), DealColumn.DEFAULT),
            () -> house.deals.of(new CompanyId(UUID.randomUUID()), 5, DealColumn.DEFAULT),
            () -> house.deals.recentlyChanged(5, DealColumn.DEFAULT),
            () -> house.deals.path(id),
            () -> house.deals.indexState(),
            () -> house.people.of(id),
            () -> house.people.of(contact));
    writing.forEach(door -> refused(Role.READER, door));
    writing.forEach(door -> refused(Role.ENGINEER, door));
    reading.forEach(door -> refused(Role.ENGINEER, door));
    assertThat(house.now(id).version()).isEqualTo(1);
  }

  @Test
  void staleSaveNamesWhatBothChanged() throws Exception {
    DealId id = house.as(Role.MEMBER, () -> house.deals.create(roof));
    DealData theirs = roof.toBuilder().name("Floor").probability(20).build();
    house.as(Role.MEMBER, () -> house.deals.save(id, 1, roof, theirs));

    SaveResult<Deal, DealField> result =
        house.as(
            Role.MEMBER,
            () -> house.deals.save(id, 1, roof, roof.toBuilder().name("Wall").build()));

    assertThat(result)
        .isEqualTo(
            new SaveResult.Stale<>(
                house.now(id),
                Set.of(DealField.NAME, DealField.PROBABILITY),
                Set.of(DealField.NAME)));
  }

  @Test
  void aDealNeedsANameAStageAndACurrencyForItsAmount() {
    for (DealData wrong :
        List.of(
            DealData.EMPTY,
            roof.toBuilder().name(" ").build(),
            roof.toBuilder().stageId(null).build(),
            roof.toBuilder().currency(null).build(),
            roof.toBuilder().currency("euro").build(),
            roof.toBuilder().amount(new BigDecimal("-1")).build(),
            roof.toBuilder().amount(BigDecimal.TEN.pow(16)).build(),
            roof.toBuilder().probability(101).build())) {
      assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.deals.create(wrong)))
          .isInstanceOf(InvalidFieldException.class);
    }
  }

  @Test
  void aDealComesBackFromTheBinWithThePeopleWhoTakePart() throws Exception {
    DealId id = house.as(Role.MEMBER, () -> house.deals.create(roof));
    ContactId contact = house.contact();
    house.as(Role.MEMBER, () -> house.people.add(id, contact, DealContactRole.DECISION_MAKER));
    house.as(Role.MEMBER, () -> house.deals.archive(List.of(id)));
    assertThat(house.as(Role.READER, () -> house.people.of(id))).isEmpty();

    restore(id);

    assertThat(house.now(id).data()).isEqualTo(roof);
    assertThat(house.as(Role.READER, () -> house.people.of(id)))
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.contactId()).isEqualTo(contact);
              assertThat(person.role()).isEqualTo(DealContactRole.DECISION_MAKER);
            });
    assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.people.add(id, contact, null)))
        .hasMessageContaining("deal_contact_deal_id_contact_id_key");
  }

  @Test
  void aDealWhoseStageIsGoneComesBackToTheFirstOne() throws Exception {
    StageId offer = house.stage(1);
    DealId id =
        house.as(Role.MEMBER, () -> house.deals.create(roof.toBuilder().stageId(offer).build()));
    house.as(Role.MEMBER, () -> house.deals.archive(List.of(id)));
    house.as(Role.MANAGER, () -> house.pipelines.remove(offer, null));

    restore(id);

    assertThat(house.now(id).data()).isEqualTo(roof);
  }

  @Test
  void aRoleIsChangedAndAPersonTakenOutOfTheDeal() throws Exception {
    DealId id = house.as(Role.MEMBER, () -> house.deals.create(roof));
    house.as(Role.MEMBER, () -> house.people.add(id, house.contact(), null));
    DealContact person = house.as(Role.READER, () -> house.people.of(id)).getFirst();

    assertThat(house.as(Role.MEMBER, () -> house.people.save(person, DealContactRole.EVALUATOR)))
        .isTrue();
    assertThat(house.as(Role.MEMBER, () -> house.people.save(person, DealContactRole.OTHER)))
        .as("somebody else was quicker")
        .isFalse();
    DealContact now = house.as(Role.READER, () -> house.people.of(id)).getFirst();
    assertThat(now.role()).isEqualTo(DealContactRole.EVALUATOR);
    house.as(Role.MEMBER, () -> house.people.remove(now));
    assertThat(house.as(Role.READER, () -> house.people.of(id))).isEmpty();
  }

  private void restore(DealId id) {
    UUID entry =
        (UUID)
            database
                .app()
                .fetchSingle("SELECT archive_id FROM deal_archive WHERE id = ?", id.value())
                .get(0);
    house.writes.run(Reason.RESTORE, change -> KeptTable.restore(database.app(), entry));
  }
}
