package eu.rempart.exchange.run.match;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.common.Ids;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyRules;
import eu.rempart.company.CompanyService;
import eu.rempart.company.NamedCompanies;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The companies that rows of deals and activities name: those that are there by key or name, and
 * new ones, which have their ids before they are written. For one file, on one thread.
 */
public final class FileFirms {

  private final CompanyService companies;
  private final NamedCompanies byName;
  private final Rights rights;
  private final ImportSource source;
  private final FileTags tags = new FileTags(List::of);
  private final FileMemory memory = new FileMemory();

  /** What the index was asked for: it doesn't change while the file is read. */
  private final Map<Sought, List<CompanyId>> found = new HashMap<>();

  private record Sought(@Nullable String key, @Nullable String name) {}

  private Map<CompanyId, CompanyData> fresh = new LinkedHashMap<>();

  /** Of the row that is being decided. */
  private final Map<CompanyId, CompanyData> proposed = new LinkedHashMap<>();

  private FileMemory ofRow = new FileMemory();
  private @Nullable Boolean mayCreate;

  public FileFirms(
      CompanyService companies, NamedCompanies named, Rights rights, ImportSource source) {
    this.companies = companies;
    this.byName = named;
    this.rights = rights;
    this.source = source;
  }

  /**
   * Looks for all that these rows name and no row before did, at once; {@link #find} knows them.
   */
  public void seek(Collection<ImportedRow> rows) {
    Map<String, Sought> names = new HashMap<>();
    for (ImportedRow row : rows) {
      for (ImportedLink link : row.companies()) {
        String name = link.company().name();
        if (!name.isBlank() && source.key(link.company().externalId()) == null) {
          Sought sought = new Sought(null, ExactName.of(name));
          if (!found.containsKey(sought)) {
            names.put(name, sought);
          }
        }
      }
    }
    Map<String, List<CompanyId>> there = byName.of(names.keySet());
    names
        .values()
        .forEach(sought -> found.put(sought, there.getOrDefault(sought.name(), List.of())));
  }

  /** Those that a row may mean, the likeliest first; none where nothing is called so. */
  public List<CompanyId> find(ImportedCompany named) {
    CompanyData data = Records.company(named, source, tags);
    Optional<CompanyId> further = ofRow.company(data).or(() -> memory.company(data));
    if (further.isPresent()) {
      return List.of(further.get());
    }
    List<ExternalId> keys = ExternalId.parse(data.externalId());
    String key = keys.isEmpty() ? null : keys.getFirst().key();
    return found.computeIfAbsent(
        new Sought(key, data.name() == null ? null : ExactName.of(data.name())),
        _ -> companies.matching(key, data.name()));
  }

  /**
   * A new one; none where it has no name, or whoever imports may not make any. It is made only once
   * its row is {@link #settle settled}.
   *
   * @throws eu.rempart.common.InvalidFieldException if it can't be kept
   */
  public Optional<CompanyId> create(ImportedCompany named) {
    CompanyData data = Records.company(named, source, tags);
    if (data.name() == null || !mayCreate()) {
      return Optional.empty();
    }
    CompanyData kept =
        data.toBuilder().ownerId(rights.ownerOfNew("company", data.ownerId())).build();
    CompanyRules.check(null, kept);
    CompanyId id = new CompanyId(Ids.next());
    proposed.put(id, kept);
    ofRow.remember(kept, id);
    return Optional.of(id);
  }

  /** The row is decided: where it is written, so are the new ones that it names; else none is. */
  public void settle(boolean written) {
    if (proposed.isEmpty()) {
      return;
    }
    if (written) {
      fresh.putAll(proposed);
      proposed.forEach((id, data) -> memory.remember(data, id));
    }
    proposed.clear();
    ofRow = new FileMemory();
  }

  /** The new ones since the last call, to be written before what names them. */
  public Map<CompanyId, CompanyData> takeNew() {
    Map<CompanyId, CompanyData> taken = fresh;
    fresh = new LinkedHashMap<>();
    return taken;
  }

  private boolean mayCreate() {
    Boolean known = mayCreate;
    if (known == null) {
      known = asked();
      mayCreate = known;
    }
    return known;
  }

  private boolean asked() {
    Set<String> fixed = rights.fixed("company");
    if (fixed.contains("name") || fixed.contains("external_id")) {
      return false;
    }
    try {
      rights.requireOwners(
          Right.WRITE_RECORDS, "company", Arrays.asList(rights.ownerOfNew("company", null)));
      return !(fixed.contains("owner_id") && rights.ownerOfNew("company", null) != null);
    } catch (NotPermittedException _) {
      return false;
    }
  }
}
