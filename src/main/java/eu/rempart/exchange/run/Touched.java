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
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.NewDeal;
import eu.rempart.exchange.run.result.Tally;
import eu.rempart.search.IndexWait;
import eu.rempart.tag.TagId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what an import writes. Rows are matched with records by the index, so an import has
 * ended only when the index has seen it: the next one would create the same people again.
 */
final class Touched implements Sink.Counted {

  private static final Logger log = LoggerFactory.getLogger(Touched.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration NEWS = Duration.ofMillis(300);

  private final Sink sink;
  private final Set<CompanyId> companies = new LinkedHashSet<>();
  private final Set<ContactId> contacts = new LinkedHashSet<>();
  private final Set<DealId> deals = new LinkedHashSet<>();
  private final Set<ActivityId> activities = new LinkedHashSet<>();

  /** Rows by table, as far as there can be many. */
  private final Map<String, Long> added = new HashMap<>();

  /** Hears how many of the written records are still to be indexed, of how many. */
  @FunctionalInterface
  interface Progress {
    void indexed(int left, int total);
  }

  Touched(Sink sink) {
    this.sink = sink;
  }

  /** Remembers what was written without this sink. */
  void add(
      Collection<CompanyId> moreCompanies,
      Collection<ContactId> moreContacts,
      Collection<DealId> moreDeals,
      Collection<ActivityId> moreActivities) {
    companies.addAll(moreCompanies);
    contacts.addAll(moreContacts);
    deals.addAll(moreDeals);
    activities.addAll(moreActivities);
  }

  /** How many new rows there are, by table. */
  Map<String, Long> added() {
    return Map.copyOf(added);
  }

  @Override
  public Tally.Created created() {
    return new Tally.Created(
        created("company"), created("contact"), created("deal"), created("activity"));
  }

  private int created(String table) {
    return Math.toIntExact(added.getOrDefault(table, 0L));
  }

  private void added(String table, Collection<?> rows) {
    added.merge(table, (long) rows.size(), Long::sum);
  }

  /**
   * To be called after the commit. What was written is written: nothing in here may make the work
   * look failed.
   *
   * @param progress is told a few times a second
   */
  void awaitIndex(Doors doors, Progress progress) {
    int total = companies.size() + contacts.size() + deals.size() + activities.size();
    progress.indexed(total, total);
    try {
      // told of all before one is waited for: what the index hears twice it reads twice
      List<IndexWait> seen = new ArrayList<>();
      seen.add(doors.companies().tellIndex(companies));
      seen.add(doors.contacts().tellIndex(contacts));
      if (!deals.isEmpty()) {
        seen.add(doors.deals().tellIndex(deals));
      }
      if (!activities.isEmpty()) {
        seen.add(doors.manyActivities().tellIndex(activities));
      }
      for (IndexWait wait : seen) {
        long late = System.nanoTime() + PATIENCE.toNanos();
        while (!wait.await(NEWS) && System.nanoTime() < late) {
          progress.indexed(seen.stream().mapToInt(IndexWait::left).sum(), total);
        }
      }
      progress.indexed(0, total);
    } catch (RuntimeException e) {
      log.warn("The index is not up to date with an import yet: {}", e.getClass().getName());
    }
  }

  @Override
  public void createTags(Map<TagId, String> names) {
    sink.createTags(names);
  }

  @Override
  public void createCompanies(Map<CompanyId, CompanyData> data) {
    sink.createCompanies(data);
    companies.addAll(data.keySet());
    added("company", data.keySet());
  }

  @Override
  public void createContacts(Map<ContactId, ContactData> data) {
    sink.createContacts(data);
    contacts.addAll(data.keySet());
    added("contact", data.keySet());
  }

  @Override
  public void createLinks(Collection<NewLink> links) {
    sink.createLinks(links);
    links.forEach(link -> contacts.add(link.contactId()));
    added("contact_company", links);
  }

  @Override
  public Set<ContactId> putPhotos(Map<ContactId, byte[]> files) {
    return sink.putPhotos(files);
  }

  @Override
  public Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes) {
    changes.keySet().forEach(company -> companies.add(company.id()));
    return sink.updateCompanies(changes);
  }

  @Override
  public Set<ContactId> updateContacts(Map<Contact, ContactData> changes) {
    changes.keySet().forEach(contact -> contacts.add(contact.id()));
    return sink.updateContacts(changes);
  }

  @Override
  public void createDeals(Map<DealId, NewDeal> data) {
    sink.createDeals(data);
    deals.addAll(data.keySet());
    added("deal", data.keySet());
  }

  @Override
  public void createDealPeople(Collection<DealContact> people) {
    sink.createDealPeople(people);
    people.forEach(person -> deals.add(person.dealId()));
    added("deal_contact", people);
  }

  @Override
  public Set<DealId> updateDeals(Map<Deal, DealData> changes) {
    changes.keySet().forEach(deal -> deals.add(deal.id()));
    return sink.updateDeals(changes);
  }

  @Override
  public void createActivities(Map<ActivityId, NewActivity> data) {
    sink.createActivities(data);
    activities.addAll(data.keySet());
    added("activity", data.keySet());
    for (NewActivity activity : data.values()) {
      added("activity_contact", activity.links().contacts());
      added("activity_company", activity.links().companies());
      added("activity_deal", activity.links().deals());
    }
  }

  @Override
  public Set<ActivityId> updateActivities(Map<Activity, ActivityData> changes) {
    changes.keySet().forEach(activity -> activities.add(activity.id()));
    return sink.updateActivities(changes);
  }
}
