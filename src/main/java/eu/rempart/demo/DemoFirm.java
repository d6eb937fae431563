package eu.rempart.demo;

import eu.rempart.bench.SyntheticPerson;
import eu.rempart.common.Ids;
import eu.rempart.common.PhoneEntry;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.note.NoteService;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the firm's records; the same ones for the same seed. */
@Component
class DemoFirm {

  static final int CONTACTS = 3000;
  private static final int COMPANIES = 700;
  private static final int BUYERS = 120;
  private static final long SEED = 20_260_101;
  private static final Reason DEMO = Reason.ofMany("demo");

  private final CompanyService companies;
  private final ContactService contacts;
  private final LinkService links;
  private final DemoSales sales;
  private final DemoQuotes quotes;
  private final NoteService notes;
  private final DemoFields fields;
  private final DemoPapers papers;
  private final Writes writes;
  private final ObjectProvider<DemoProgress> progress;

  DemoFirm(
      CompanyService companies,
      ContactService contacts,
      LinkService links,
      DemoSales sales,
      DemoQuotes quotes,
      NoteService notes,
      DemoFields fields,
      DemoPapers papers,
      Writes writes,
      ObjectProvider<DemoProgress> progress) {
    this.companies = companies;
    this.contacts = contacts;
    this.links = links;
    this.sales = sales;
    this.quotes = quotes;
    this.notes = notes;
    this.fields = fields;
    this.papers = papers;
    this.writes = writes;
    this.progress = progress;
  }

  /** Everything in one transaction per step, in the name of whoever is signed in on this thread. */
  void found(UUID member) {
    SplittableRandom random = new SplittableRandom(SEED);
    DemoPeople people = new DemoPeople(SEED);
    List<CompanyId> firms = new ArrayList<>();
    List<ContactId> persons = new ArrayList<>();
    at(DemoPhase.FIELDS);
    DemoValues values = fields.make(SEED, part -> step(member, part));
    at(DemoPhase.COMPANIES);
    create(member, people, values, firms, persons, random);
    at(DemoPhase.CHANGES);
    step(member, () -> changePhones(persons, random));
    step(member, () -> renameCompanies(firms, random));
    step(member, () -> contacts.archive(sample(persons, 40, random)));
    step(member, () -> companies.archive(sample(firms, 8, random)));
    List<Company> buyers =
        companies.findAll(sample(firms, BUYERS, random)).stream()
            .sorted(Comparator.comparing(firm -> String.valueOf(firm.data().name())))
            .toList();
    at(DemoPhase.DEALS);
    Map<ProductId, ProductData> goods = quotes.stock(values, DEMO, part -> step(member, part));
    sales.sell(
        member,
        buyers,
        values,
        new DemoLines(goods, SEED),
        SEED,
        DEMO,
        () -> at(DemoPhase.ACTIVITIES),
        part -> step(member, part));
    at(DemoPhase.QUOTES);
    quotes.offer(member, buyers, goods, values, SEED, part -> step(member, part));
    at(DemoPhase.NOTES);
    step(member, () -> notes.createAll(DemoNotes.about(buyers, SEED), DEMO));
    at(DemoPhase.DOCUMENTS);
    papers.file(buyers, values, SEED, part -> step(member, part));
  }

  private void at(DemoPhase phase) {
    progress.ifAvailable(known -> known.at(phase));
  }

  private void step(UUID member, Runnable work) {
    writes.run(new Actor(member, Actor.DEMO), DEMO, UUID.randomUUID(), change -> work.run());
  }

  private void create(
      UUID member,
      DemoPeople people,
      DemoValues values,
      List<CompanyId> firms,
      List<ContactId> persons,
      SplittableRandom random) {
    DemoCompanies firm = new DemoCompanies(SEED);
    Map<CompanyId, CompanyData> newCompanies = new LinkedHashMap<>();
    for (int i = 0; newCompanies.size() < COMPANIES; i++) {
      CompanyId id = new CompanyId(Ids.next());
      SyntheticPerson person = people.person(1_000_000 + i);
      if (newCompanies.values().stream().noneMatch(c -> person.company().equals(c.name()))) {
        newCompanies.put(
            id,
            firm.company(person).toBuilder()
                .ownerId(member)
                .custom(values.next("company"))
                .build());
        firms.add(id);
      }
    }
    Map<ContactId, ContactData> newContacts = new LinkedHashMap<>();
    List<NewLink> newLinks = new ArrayList<>();
    for (int i = 0; i < CONTACTS; i++) {
      ContactId id = new ContactId(Ids.next());
      newContacts.put(
          id, people.contact(i).toBuilder().ownerId(member).custom(values.next("contact")).build());
      persons.add(id);
      if (random.nextInt(12) > 0) {
        // a few firms have many people, most have some
        CompanyId employer = firms.get((int) (Math.pow(random.nextDouble(), 2) * firms.size()));
        SyntheticPerson person = people.person(i);
        String job = DemoWords.job(person.country(), person.firstName(), random);
        newLinks.add(link(id, employer, job, true, random));
        CompanyId former = DemoPeople.pick(firms, random);
        if (random.nextInt(8) == 0 && !former.equals(employer)) {
          newLinks.add(link(id, former, null, false, random));
        }
      }
    }
    step(member, () -> companies.createAll(newCompanies, DEMO));
    at(DemoPhase.CONTACTS);
    step(member, () -> contacts.createAll(newContacts, DEMO));
    at(DemoPhase.LINKS);
    step(member, () -> links.linkAll(newLinks, DEMO));
  }

  private static NewLink link(
      ContactId contact,
      CompanyId company,
      @org.jspecify.annotations.Nullable String title,
      boolean current,
      SplittableRandom random) {
    ContactCompanyRole role =
        random.nextInt(3) == 0
            ? DemoPeople.pick(List.of(ContactCompanyRole.values()), random)
            : null;
    return new NewLink(Ids.next(), contact, company, new LinkData(title, role, current, current));
  }

  /** Phones that were given up: the old one is in the history. */
  private void changePhones(List<ContactId> persons, SplittableRandom random) {
    Map<Contact, ContactData> changes = new LinkedHashMap<>();
    for (Contact contact : contacts.findAll(sample(persons, 400, random))) {
      List<PhoneEntry> phones = new ArrayList<>(contact.data().phones());
      if (!phones.isEmpty()) {
        PhoneEntry old = phones.getFirst();
        String e164 = old.number().dialled();
        String changed =
            e164.substring(0, e164.length() - 4) + "%04d".formatted(random.nextInt(10_000));
        phones.set(0, PhoneEntry.of(DemoPeople.phone(changed), old.kind(), old.primary()));
        changes.put(contact, contact.data().toBuilder().phones(phones).build());
      }
    }
    contacts.saveAll(changes, DEMO);
  }

  private void renameCompanies(List<CompanyId> firms, SplittableRandom random) {
    Map<Company, CompanyData> changes = new LinkedHashMap<>();
    for (Company company : companies.findAll(sample(firms, 30, random))) {
      changes.put(
          company, company.data().toBuilder().name(company.data().name() + " Europe").build());
    }
    companies.saveAll(changes, DEMO);
  }

  private static <T> List<T> sample(List<T> all, int size, SplittableRandom random) {
    List<T> left = new ArrayList<>(all);
    List<T> chosen = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }
}
