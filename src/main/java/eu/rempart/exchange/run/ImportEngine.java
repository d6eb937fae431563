package eu.rempart.exchange.run;

import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyRules;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.NewLink;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the rows of a file one after the other, decides what becomes of each, and hands batches to
 * a sink: the same for a preview and for the real thing. Reading and deciding go on beside the
 * writing, on a second thread. For one file.
 */
final class ImportEngine {

  private static final int BATCH_ROWS = 500;

  private final CompanyService companies;
  private final ContactService contacts;
  private final LinkService links;
  private final Matcher matcher;
  private final MatchPolicy policy;
  private final Sink sink;
  private final Function<Runnable, Thread> beside;

  ImportEngine(
      CompanyService companies,
      ContactService contacts,
      LinkService links,
      MatchPolicy policy,
      Sink sink,
      Function<Runnable, Thread> beside) {
    this.companies = companies;
    this.contacts = contacts;
    this.links = links;
    this.matcher = new Matcher(companies, contacts);
    this.policy = policy;
    this.sink = sink;
    this.beside = beside;
  }

  /**
   * Runs to the end of the file.
   *
   * @param job asked between batches whether it was cancelled, and told how far this is
   * @param results gets every row in order, with what became of it
   * @throws CancellationException once the job was cancelled
   * @throws eu.rempart.exchange.format.UnreadableFileException if the file breaks off
   */
  void run(ImportedRows rows, ImportJob job, Consumer<RowResult> results) {
    try (Ahead<Decided> ahead = new Ahead<>(() -> nextBatch(rows), beside)) {
      Optional<Decided> next = ahead.take();
      while (next.isPresent()) {
        Decided decided = next.get();
        if (job.isCancelled()) {
          throw new CancellationException("the import was cancelled");
        }
        settle(decided, job, results);
        job.tally().readTo(decided.bytesRead());
        job.progressed();
        next = ahead.take();
      }
    }
  }

  /** Some hundred rows, and what is to become of them; reads nothing from the database. */
  private Optional<Decided> nextBatch(ImportedRows rows) {
    Batch batch = new Batch();
    List<Decision> decisions = new ArrayList<>(BATCH_ROWS);
    while (decisions.size() < BATCH_ROWS && rows.hasNext()) {
      decisions.add(decide(rows.next(), batch));
    }
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Decided(decisions, batch, rows.bytesRead()));
  }

  /** On the thread that has the transaction. */
  private void settle(Decided decided, ImportJob job, Consumer<RowResult> results) {
    load(decided.decisions(), decided.batch());
    Batch.Missed missed = decided.batch().write(sink);
    for (Decision decision : decided.decisions()) {
      Outcome outcome = decision.outcome(missed);
      job.tally().add(outcome);
      results.accept(new RowResult(decision.row, outcome));
    }
  }

  /** Rows in their order, the batch that they fill, and how far the file was read. */
  private record Decided(List<Decision> decisions, Batch batch, long bytesRead) {}

  private Decision decide(ImportedRow row, Batch batch) {
    if (row.refused()) {
      return new Decision(row, Outcome.REFUSED);
    }
    if (!row.imported()) {
      return new Decision(row, Outcome.LEFT_OUT);
    }
    try {
      return row.person() == null ? decideCompany(row, batch) : decidePerson(row, batch);
    } catch (InvalidFieldException e) {
      return new Decision(row, Outcome.REFUSED);
    }
  }

  private Decision decidePerson(ImportedRow row, Batch batch) {
    ContactData data = Records.contact(java.util.Objects.requireNonNull(row.person()));
    ContactRules.check(data);
    row.companies().stream()
        .map(link -> Records.company(link.company()))
        .filter(company -> company.name() != null)
        .forEach(company -> CompanyRules.check(null, company));
    List<String> emails = Records.emailKeys(data);
    boolean seen = matcher.seenPerson(data.externalId(), emails);
    if (seen && policy != MatchPolicy.CREATE) {
      companiesOf(row, batch);
      return new Decision(row, Outcome.TWICE_IN_FILE);
    }
    List<ContactId> matches =
        policy == MatchPolicy.CREATE ? List.of() : matcher.people(data.externalId(), emails);
    if (matches.size() > 1) {
      return new Decision(row, Outcome.AMBIGUOUS);
    }
    if (matches.size() == 1 && policy == MatchPolicy.SKIP) {
      return new Decision(row, Outcome.EXISTS);
    }
    List<CompanyId> employers = companiesOf(row, batch);
    if (matches.isEmpty()) {
      ContactId id = new ContactId(Ids.next());
      batch.newContacts.put(id, data);
      addLinks(row, id, employers, Set.of(), batch);
      return new Decision(row, Outcome.CREATED);
    }
    return Decision.contact(row, matches.getFirst(), data, employers);
  }

  private Decision decideCompany(ImportedRow row, Batch batch) {
    if (row.companies().isEmpty()) {
      return new Decision(row, Outcome.LEFT_OUT);
    }
    CompanyData data = Records.company(row.companies().getFirst().company());
    CompanyRules.check(null, data);
    if (matcher.companyOfFile(data.externalId(), data.name()).isPresent()
        && policy != MatchPolicy.CREATE) {
      return new Decision(row, Outcome.TWICE_IN_FILE);
    }
    List<CompanyId> matches =
        policy == MatchPolicy.CREATE
            ? List.of()
            : matcher.companies(data.externalId(), data.name());
    if (matches.size() > 1) {
      return new Decision(row, Outcome.AMBIGUOUS);
    }
    if (matches.isEmpty()) {
      CompanyId id = new CompanyId(Ids.next());
      batch.newCompanies.put(id, data);
      matcher.remember(data.externalId(), data.name(), id);
      return new Decision(row, Outcome.CREATED);
    }
    matcher.remember(data.externalId(), data.name(), matches.getFirst());
    return policy == MatchPolicy.SKIP
        ? new Decision(row, Outcome.EXISTS)
        : Decision.company(row, matches.getFirst(), data);
  }

  /** The companies that a person's row names: found, or made. */
  private List<CompanyId> companiesOf(ImportedRow row, Batch batch) {
    List<CompanyId> found = new ArrayList<>();
    for (ImportedLink link : row.companies()) {
      CompanyData data = Records.company(link.company());
      Optional<CompanyId> known = matcher.companyOfFile(data.externalId(), data.name());
      CompanyId id = known.or(() -> first(data)).orElseGet(() -> newCompany(data, batch));
      if (known.isEmpty()) {
        matcher.remember(data.externalId(), data.name(), id);
      }
      found.add(id);
    }
    return found;
  }

  private Optional<CompanyId> first(CompanyData data) {
    return matcher.companies(data.externalId(), data.name()).stream().findFirst();
  }

  private static CompanyId newCompany(CompanyData data, Batch batch) {
    CompanyId id = new CompanyId(Ids.next());
    String name = data.name() == null ? data.externalId() : data.name();
    batch.newCompanies.put(id, data.toBuilder().name(name).build());
    return id;
  }

  private void addLinks(
      ImportedRow row,
      ContactId contact,
      List<CompanyId> employers,
      Set<CompanyId> linked,
      Batch batch) {
    boolean main = linked.isEmpty();
    Set<CompanyId> done = new java.util.HashSet<>(linked);
    for (int i = 0; i < employers.size(); i++) {
      if (done.add(employers.get(i))) {
        batch.newLinks.add(
            new NewLink(
                Ids.next(), contact, employers.get(i), Records.link(row.companies().get(i), main)));
        main = false;
      }
    }
  }

  /** Reads the records that are to be updated, all at once, and works out what changes. */
  private void load(List<Decision> decisions, Batch batch) {
    Map<ContactId, Contact> people =
        contacts
            .findAll(
                decisions.stream().flatMap(d -> Optional.ofNullable(d.contact).stream()).toList())
            .stream()
            .collect(Collectors.toMap(Contact::id, c -> c));
    Map<CompanyId, Company> firms =
        companies
            .findAll(
                decisions.stream().flatMap(d -> Optional.ofNullable(d.company).stream()).toList())
            .stream()
            .collect(Collectors.toMap(Company::id, c -> c));
    Map<ContactId, Set<CompanyId>> linked = links.companiesOf(people.keySet());
    for (Decision decision : decisions) {
      decision.settle(people, firms, linked, batch, this::addLinks);
    }
  }
}
