package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.match.Candidates;
import eu.rempart.exchange.run.match.CompanyStatements;
import eu.rempart.exchange.run.match.FileMemory;
import eu.rempart.exchange.run.match.FileTags;
import eu.rempart.exchange.run.match.Matcher;
import eu.rempart.exchange.run.match.Sought;
import eu.rempart.exchange.run.result.RowResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what becomes of rows about people and companies. For one file, on one thread. */
final class PeoplePlanner implements Planner {

  private final Doors doors;
  private final FileTags tags;
  private final Matcher matcher;
  private final Decider decider;

  PeoplePlanner(Doors doors, ImportSource source, MatchPolicy policy) {
    this.doors = doors;
    FileMemory memory = new FileMemory();
    this.tags = new FileTags(doors.tags()::all);
    this.matcher =
        new Matcher(doors.companies(), doors.contacts(), memory, source, policy, this.tags);
    this.decider = new Decider(memory, source, policy);
  }

  @Override
  public Plan plan(List<ImportedRow> rows) {
    List<Sought> sought = matcher.seek(rows);
    Candidates known = read(sought);
    Batch batch = new Batch();
    batch.newTags.putAll(tags.takeNew());
    List<Decision> decisions =
        sought.stream().map(row -> decider.decide(row, known, batch)).toList();
    return sink -> write(decisions, batch, sink);
  }

  private Candidates read(List<Sought> sought) {
    Set<ContactId> people = new LinkedHashSet<>();
    Set<CompanyId> firms = new LinkedHashSet<>();
    for (Sought row : sought) {
      people.addAll(row.people());
      for (int i = 0; i < row.firms().size(); i++) {
        if (Candidates.needsReading(row.companies().get(i))
            || (row.person() != null && CompanyStatements.saysMore(row.companies().get(i)))) {
          firms.addAll(row.firms().get(i));
        }
      }
    }
    return new Candidates(
        doors.contacts().findAll(people).stream().collect(Collectors.toMap(Contact::id, c -> c)),
        doors.companies().findAll(firms).stream().collect(Collectors.toMap(Company::id, c -> c)));
  }

  private List<RowResult> write(List<Decision> decisions, Batch batch, Sink sink) {
    load(decisions, batch);
    Batch.Missed missed = batch.write(sink);
    return decisions.stream().map(decision -> decision.result(missed)).toList();
  }

  /** Reads the records that are to be updated, all at once, and works out what changes. */
  private void load(List<Decision> decisions, Batch batch) {
    Map<ContactId, Contact> people =
        doors
            .contacts()
            .findAll(
                decisions.stream().flatMap(d -> Optional.ofNullable(d.contact).stream()).toList())
            .stream()
            .collect(Collectors.toMap(Contact::id, c -> c));
    Map<CompanyId, Company> firms =
        doors
            .companies()
            .findAll(
                decisions.stream().flatMap(d -> Optional.ofNullable(d.company).stream()).toList())
            .stream()
            .collect(Collectors.toMap(Company::id, c -> c));
    Map<ContactId, Set<CompanyId>> linked = doors.links().companiesOf(people.keySet());
    Set<ContactId> withPhoto =
        decisions.stream().anyMatch(d -> d.contact != null && d.photo() != null)
            ? doors.photos().having(people.keySet())
            : Set.of();
    for (Decision decision : decisions) {
      decision.settle(people, withPhoto, firms, linked, batch);
    }
  }
}
