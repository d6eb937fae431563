package eu.rempart.exchange.run;

import eu.rempart.common.ExternalId;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyRules;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.match.Candidates;
import eu.rempart.exchange.run.match.Candidates.Found;
import eu.rempart.exchange.run.match.CompanyStatements;
import eu.rempart.exchange.run.match.FileMemory;
import eu.rempart.exchange.run.match.FileMemory.Met;
import eu.rempart.exchange.run.match.FileMemory.Seen;
import eu.rempart.exchange.run.match.FilePerson;
import eu.rempart.exchange.run.match.Records;
import eu.rempart.exchange.run.match.Rest;
import eu.rempart.exchange.run.match.Sought;
import eu.rempart.exchange.run.result.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of each row of a file. For one file, on one thread. */
final class Decider {

  private final ImportSource source;
  private final MatchPolicy policy;
  private final FileMemory memory;

  /** Companies that had a row of their own, and were not only named in those of their people. */
  private final Set<CompanyId> described = new HashSet<>();

  private final CompanyStatements statements = new CompanyStatements();

  Decider(FileMemory memory, ImportSource source, MatchPolicy policy) {
    this.memory = memory;
    this.source = source;
    this.policy = policy;
  }

  /** What becomes of the row; what it creates goes into the batch. */
  Decision decide(Sought sought, Candidates known, Batch batch) {
    ImportedRow row = sought.row();
    if (row.refused()) {
      return new Decision(row, Outcome.REFUSED);
    }
    if (!row.imported()) {
      return new Decision(row, Outcome.LEFT_OUT);
    }
    try {
      return sought.person() == null
          ? company(sought, known, batch)
          : person(sought, sought.person(), known, batch);
    } catch (InvalidFieldException e) {
      return new Decision(row.with(e), Outcome.REFUSED);
    }
  }

  private Decision person(Sought sought, ContactData data, Candidates known, Batch batch) {
    ImportedRow row = sought.row();
    ContactRules.check(data);
    sought.companies().stream()
        .filter(company -> company.name() != null)
        .forEach(company -> CompanyRules.check(null, company));
    Met met = memory.person(data);
    if (met.seen() == Seen.SAME_PERSON && policy != MatchPolicy.CREATE) {
      return again(sought, met.who(), known, batch);
    }
    Found<ContactId> found = known.people(data, sought.people());
    if (found.ids().size() > 1) {
      return new Decision(row, Outcome.AMBIGUOUS);
    }
    if (found.ids().size() == 1 && policy == MatchPolicy.SKIP) {
      return new Decision(row, Outcome.EXISTS);
    }
    Employers firms = companiesOf(sought, known, batch);
    List<CompanyId> employers = firms.ids();
    met.who().worksAt(employers);
    ContactData whole = firms.describe(data);
    ContactRules.check(whole);
    if (!found.ids().isEmpty()) {
      met.who().is(found.ids().getFirst(), false);
      return Decision.contact(firms.told(row), found.ids().getFirst(), whole, employers);
    }
    ContactId id = new ContactId(Ids.next());
    met.who().is(id, true);
    batch.newContacts.put(id, whole);
    addLinks(row, id, employers, Set.of(), batch);
    boolean alike = found.alike() || met.seen() != Seen.NOT_YET;
    var decision =
        new Decision(
            firms.told(row),
            alike && policy != MatchPolicy.CREATE ? Outcome.CREATED_BESIDE : Outcome.CREATED);
    decision.bringPhoto(id, batch);
    return decision;
  }

  /**
   * A further row of somebody: programs write one for each firm that they work at. Of whom nobody
   * knows who it is no firm is made either.
   */
  private Decision again(Sought sought, FilePerson who, Candidates known, Batch batch) {
    ImportedRow row = sought.row();
    ContactId contact = who.contact().orElse(null);
    if (contact == null) {
      return new Decision(row, Outcome.TWICE_IN_FILE);
    }
    Set<CompanyId> before = who.employers();
    List<CompanyId> employers = companiesOf(sought, known, batch).ids();
    who.worksAt(employers);
    return before.containsAll(employers)
        ? new Decision(row, Outcome.TWICE_IN_FILE)
        : Decision.further(row, contact, employers, new Decision.Further(who.isNew(), before));
  }

  private Decision company(Sought sought, Candidates known, Batch batch) {
    ImportedRow row = sought.row();
    if (sought.companies().isEmpty()) {
      return new Decision(row, Outcome.LEFT_OUT);
    }
    CompanyData said = sought.companies().getFirst();
    CompanyRules.check(null, said);
    CompanyData data = withParent(sought, said, known, batch);
    boolean anew = policy == MatchPolicy.CREATE;
    Optional<CompanyId> further = anew ? Optional.empty() : memory.company(data);
    if (further.isPresent()) {
      return again(row, further.get(), data, batch);
    }
    Found<CompanyId> found = known.firms(data, anew ? List.of() : sought.firms().getFirst());
    if (found.ids().size() > 1) {
      return new Decision(row, Outcome.AMBIGUOUS);
    }
    if (found.ids().isEmpty()) {
      CompanyId id = create(data, batch);
      described.add(id);
      statements.took(id, data);
      memory.remember(data, id);
      return new Decision(row, found.alike() ? Outcome.CREATED_BESIDE : Outcome.CREATED);
    }
    described.add(found.ids().getFirst());
    statements.took(found.ids().getFirst(), data);
    memory.remember(data, found.ids().getFirst());
    return policy == MatchPolicy.SKIP
        ? new Decision(row, Outcome.EXISTS)
        : Decision.company(row, found.ids().getFirst(), data);
  }

  /**
   * A further row of a company. What it has is added if the rows above only named the company, and
   * in files of Odoo, which give it one row more for each of its addresses.
   */
  private Decision again(ImportedRow row, CompanyId id, CompanyData data, Batch batch) {
    boolean first = described.add(id);
    if ((!first && source != ImportSource.ODOO) || policy == MatchPolicy.SKIP) {
      return new Decision(row, Outcome.TWICE_IN_FILE);
    }
    memory.remember(data, id);
    CompanyData fresh = batch.newCompanies.get(id);
    if (fresh == null) {
      return Decision.company(row, id, data);
    }
    CompanyData merged = Records.merge(id, fresh, data);
    batch.newCompanies.put(id, merged);
    return new Decision(row, merged.equals(fresh) ? Outcome.TWICE_IN_FILE : Outcome.UPDATED);
  }

  /** The company with the one that it belongs to, which is found by its name, or made. */
  private CompanyData withParent(Sought sought, CompanyData data, Candidates known, Batch batch) {
    String name = sought.row().companies().getFirst().company().parentName();
    if (name.isEmpty() || name.equals(data.name()) || policy == MatchPolicy.SKIP) {
      return data;
    }
    CompanyData parent = CompanyData.builder().name(name).build();
    CompanyRules.check(null, parent);
    CompanyId id = one(parent, sought.parents(), known, batch);
    return data.toBuilder().parentCompanyId(id).build();
  }

  /** The companies that a person's row names: found, or made. */
  private Employers companiesOf(Sought sought, Candidates known, Batch batch) {
    List<CompanyId> found = new ArrayList<>();
    List<String> sites = new ArrayList<>(0);
    boolean otherwise = false;
    for (int i = 0; i < sought.companies().size(); i++) {
      CompanyData said = sought.companies().get(i);
      CompanyId id = one(said, sought.firms().get(i), known, batch);
      found.add(id);
      if (batch.newCompanies.containsKey(id) && !statements.knows(id)) {
        statements.took(id, said);
      } else if (statements.isOtherwise(id, said, known.firms().get(id))) {
        otherwise = true;
        if (statements.isOtherSite(id, said) && said.website() != null) {
          sites.add(said.website());
        }
      }
    }
    return new Employers(found, otherwise, sites);
  }

  /**
   * The companies of a person's row.
   *
   * @param otherwise whether the row says of one that is there what the company has not
   * @param sites websites that the row gives such companies, which have others
   */
  private record Employers(List<CompanyId> ids, boolean otherwise, List<String> sites) {

    /** The person, with the websites below the description: they may be the person's own. */
    ContactData describe(ContactData data) {
      if (sites.isEmpty()) {
        return data;
      }
      Rest rest = new Rest();
      sites.forEach(rest::keep);
      return data.toBuilder().description(rest.below(data.description())).build();
    }

    ImportedRow told(ImportedRow row) {
      return otherwise ? row.with(ProblemCode.COMPANY_KEPT) : row;
    }
  }

  private CompanyId one(CompanyData data, List<CompanyId> there, Candidates known, Batch batch) {
    Optional<CompanyId> further = memory.company(data);
    CompanyId id =
        further
            .or(() -> known.firms(data, there).ids().stream().findFirst())
            .orElseGet(() -> create(data, batch));
    if (further.isEmpty()) {
      memory.remember(data, id);
    }
    return id;
  }

  /** A company of which a file gives nothing but the key is called by that. */
  private static CompanyId create(CompanyData data, Batch batch) {
    CompanyId id = new CompanyId(Ids.next());
    String name =
        data.name() == null
            ? ExternalId.parse(data.externalId()).stream()
                .findFirst()
                .map(ExternalId::id)
                .orElse(null)
            : data.name();
    batch.newCompanies.put(id, data.toBuilder().name(name).build());
    return id;
  }

  /** Adds the links of a row that the contact lacks. */
  static void addLinks(
      ImportedRow row,
      ContactId contact,
      List<CompanyId> employers,
      Set<CompanyId> linked,
      Batch batch) {
    boolean main = linked.isEmpty();
    Set<CompanyId> done = new HashSet<>(linked);
    for (int i = 0; i < employers.size(); i++) {
      if (done.add(employers.get(i))) {
        batch.newLinks.add(
            new NewLink(
                Ids.next(), contact, employers.get(i), Records.link(row.companies().get(i), main)));
        main = false;
      }
    }
  }
}
