package eu.rempart.exchange.run;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.NewActivity;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.db.Reason;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.NewDeal;
import eu.rempart.picture.Photo;
import eu.rempart.picture.PhotoResult;
import eu.rempart.tag.TagId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes through the services that people use.
 *
 * @param owner whose new records are to be that have none; null for nobody's
 */
record ServiceSink(Doors doors, @Nullable UUID owner) implements Sink {

  @Override
  public void createTags(Map<TagId, String> names) {
    doors.tags().createAll(names, Reason.IMPORT);
  }

  @Override
  public void createCompanies(Map<CompanyId, CompanyData> data) {
    doors
        .companies()
        .createAll(
            owned(
                "company",
                data,
                CompanyData::ownerId,
                (one, mine) -> one.toBuilder().ownerId(mine).build()),
            Reason.IMPORT);
  }

  @Override
  public void createContacts(Map<ContactId, ContactData> data) {
    doors
        .contacts()
        .createAll(
            owned(
                "contact",
                data,
                ContactData::ownerId,
                (one, mine) -> one.toBuilder().ownerId(mine).build()),
            Reason.IMPORT);
  }

  @Override
  public void createLinks(Collection<NewLink> data) {
    doors.links().linkAll(data, Reason.IMPORT);
  }

  @Override
  public Set<ContactId> putPhotos(Map<ContactId, byte[]> files) {
    Map<ContactId, Photo> read = new HashMap<>();
    Set<ContactId> unreadable = new HashSet<>();
    Iterator<PhotoResult> results =
        doors.pictures().readAll(List.copyOf(files.values())).iterator();
    for (ContactId contact : files.keySet()) {
      switch (results.next()) {
        case PhotoResult.Made made -> read.put(contact, made.photo());
        // the person is imported all the same; the preview can't know without reading each
        case PhotoResult.Refused _ -> unreadable.add(contact);
      }
    }
    if (!read.isEmpty()) {
      doors.photos().putAll(read, Reason.IMPORT);
    }
    return unreadable;
  }

  @Override
  public Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes) {
    return doors.companies().saveAll(changes, Reason.IMPORT);
  }

  @Override
  public Set<ContactId> updateContacts(Map<Contact, ContactData> changes) {
    return doors.contacts().saveAll(changes, Reason.IMPORT);
  }

  @Override
  public void createDeals(Map<DealId, NewDeal> deals) {
    doors
        .deals()
        .createEnded(
            owned(
                "deal",
                deals,
                deal -> deal.data().ownerId(),
                (deal, mine) ->
                    new NewDeal(
                        deal.data().toBuilder().ownerId(mine).build(),
                        deal.before(),
                        deal.closedAt())),
            Reason.IMPORT);
  }

  @Override
  public void createDealPeople(Collection<DealContact> people) {
    doors.dealPeople().addAll(people, Reason.IMPORT);
  }

  @Override
  public Set<DealId> updateDeals(Map<Deal, DealData> changes) {
    return doors.deals().saveAll(changes, Reason.IMPORT);
  }

  @Override
  public void createActivities(Map<ActivityId, NewActivity> activities) {
    doors
        .activities()
        .createAll(
            owned(
                "activity",
                activities,
                activity -> activity.data().ownerId(),
                (activity, mine) ->
                    new NewActivity(
                        activity.data().toBuilder().ownerId(mine).build(),
                        activity.links(),
                        activity.doneAt(),
                        activity.of())),
            Reason.IMPORT);
  }

  /** Makes the importer the owner of records without one, where the importer may set owners. */
  private <I, T> Map<I, T> owned(
      String kind,
      Map<I, T> records,
      Function<T, @Nullable UUID> ownerOf,
      BiFunction<T, UUID, T> to) {
    UUID mine = owner;
    if (mine == null || doors.rights().fixed(kind).contains("owner_id")) {
      return records;
    }
    Map<I, T> owned = new LinkedHashMap<>();
    records.forEach(
        (id, one) -> owned.put(id, ownerOf.apply(one) == null ? to.apply(one, mine) : one));
    return owned;
  }

  @Override
  public Set<ActivityId> updateActivities(Map<Activity, ActivityData> changes) {
    return doors.manyActivities().saveAll(changes);
  }
}
