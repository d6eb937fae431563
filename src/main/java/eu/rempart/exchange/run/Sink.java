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
import eu.rempart.tag.TagId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where an import writes: into the database, or nowhere for a preview. */
public interface Sink {

  void createTags(Map<TagId, String> names);

  void createCompanies(Map<CompanyId, CompanyData> companies);

  void createContacts(Map<ContactId, ContactData> contacts);

  void createLinks(Collection<NewLink> links);

  /**
   * Gives these contacts, who have none, the photos of these files; answers whose file is no photo
   * that can be read.
   */
  Set<ContactId> putPhotos(Map<ContactId, byte[]> files);

  /** Saves these; answers the ids of those that somebody else changed meanwhile. */
  Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes);

  /** Saves these; answers the ids of those that somebody else changed meanwhile. */
  Set<ContactId> updateContacts(Map<Contact, ContactData> changes);

  void createDeals(Map<DealId, NewDeal> deals);

  void createDealPeople(Collection<DealContact> people);

  /** Saves these; answers the ids of those that somebody else changed meanwhile. */
  Set<DealId> updateDeals(Map<Deal, DealData> changes);

  void createActivities(Map<ActivityId, NewActivity> activities);

  /** Saves these; answers the ids of those that somebody else changed meanwhile. */
  Set<ActivityId> updateActivities(Map<Activity, ActivityData> changes);

  /** A sink that knows how many records were created. */
  interface Counted extends Sink {

    /** How many so far, for the thread that writes. */
    Tally.Created created();
  }

  /** Writes nothing, and knows whether there was anything to write. */
  final class Nowhere implements Counted {

    private volatile boolean asked;
    private int companies;
    private int contacts;
    private int deals;
    private int activities;

    @Override
    public Tally.Created created() {
      return new Tally.Created(companies, contacts, deals, activities);
    }

    boolean isAsked() {
      return asked;
    }

    @Override
    public void createTags(Map<TagId, String> names) {
      asked = true;
    }

    @Override
    public void createCompanies(Map<CompanyId, CompanyData> more) {
      asked = true;
      companies += more.size();
    }

    @Override
    public void createContacts(Map<ContactId, ContactData> more) {
      asked = true;
      contacts += more.size();
    }

    @Override
    public void createLinks(Collection<NewLink> links) {
      asked = true;
    }

    @Override
    public Set<ContactId> putPhotos(Map<ContactId, byte[]> files) {
      asked = true;
      return Set.of();
    }

    @Override
    public Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes) {
      asked = true;
      return Set.of();
    }

    @Override
    public Set<ContactId> updateContacts(Map<Contact, ContactData> changes) {
      asked = true;
      return Set.of();
    }

    @Override
    public void createDeals(Map<DealId, NewDeal> more) {
      asked = true;
      deals += more.size();
    }

    @Override
    public void createDealPeople(Collection<DealContact> people) {
      asked = true;
    }

    @Override
    public Set<DealId> updateDeals(Map<Deal, DealData> changes) {
      asked = true;
      return Set.of();
    }

    @Override
    public void createActivities(Map<ActivityId, NewActivity> more) {
      asked = true;
      activities += more.size();
    }

    @Override
    public Set<ActivityId> updateActivities(Map<Activity, ActivityData> changes) {
      asked = true;
      return Set.of();
    }
  }
}
