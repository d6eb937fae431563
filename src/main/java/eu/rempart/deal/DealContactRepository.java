package eu.rempart.deal;

import static eu.rempart.db.generated.Tables.DEAL_CONTACT;

import eu.rempart.contact.ContactId;
import eu.rempart.db.ManyRows;
import eu.rempart.db.generated.tables.records.DealContactRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who takes part in which deal. */
@Repository
class DealContactRepository {

  private final DSLContext dsl;

  DealContactRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** In the order in which they were added. */
  List<DealContact> of(DealId deal) {
    return fetch(DEAL_CONTACT.DEAL_ID.eq(deal.value()));
  }

  List<DealContact> of(ContactId contact) {
    return fetch(DEAL_CONTACT.CONTACT_ID.eq(contact.value()));
  }

  private List<DealContact> fetch(Condition condition) {
    return dsl.selectFrom(DEAL_CONTACT)
        .where(condition)
        .orderBy(DEAL_CONTACT.ID)
        .fetch(
            row ->
                new DealContact(
                    row.getId(),
                    row.getVersion(),
                    new DealId(row.getDealId()),
                    new ContactId(row.getContactId()),
                    row.getRole() == null ? null : DealContactRole.valueOf(row.getRole())));
  }

  /** The contacts of each of these deals. */
  Map<UUID, List<UUID>> contactsOf(Collection<UUID> deals) {
    return dsl.select(DEAL_CONTACT.DEAL_ID, DEAL_CONTACT.CONTACT_ID)
        .from(DEAL_CONTACT)
        .where(DEAL_CONTACT.DEAL_ID.eq(DSL.any(deals.toArray(UUID[]::new))))
        .fetchGroups(DEAL_CONTACT.DEAL_ID, DEAL_CONTACT.CONTACT_ID);
  }

  void insert(Collection<DealContact> added) {
    ManyRows.insert(dsl, added.stream().map(DealContactRepository::row).toList());
  }

  private static DealContactRecord row(DealContact added) {
    DealContactRecord row = new DealContactRecord();
    row.setId(added.id());
    row.setDealId(added.dealId().value());
    row.setContactId(added.contactId().value());
    row.setRole(name(added.role()));
    return row;
  }

  /** Writes the role, if the version is still this one. */
  boolean update(UUID id, int version, @Nullable DealContactRole role) {
    return dsl.update(DEAL_CONTACT)
            .set(DEAL_CONTACT.ROLE, name(role))
            .where(DEAL_CONTACT.ID.eq(id), DEAL_CONTACT.VERSION.eq(version))
            .execute()
        == 1;
  }

  private static @Nullable String name(@Nullable DealContactRole role) {
    return role == null ? null : role.name();
  }

  /** The database archives what is deleted. */
  void delete(UUID id) {
    dsl.deleteFrom(DEAL_CONTACT).where(DEAL_CONTACT.ID.eq(id)).execute();
  }
}
