package eu.rempart.company;

import eu.rempart.account.Rights;
import eu.rempart.common.Page;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.duplicate.DuplicateSource;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.Duplicate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** How companies that are there twice are found. */
@Component
class CompanyDuplicates implements DuplicateSource {

  private static final int BATCH = 200;

  private final CompanyService companies;
  private final KindSearch index;
  private final Rights rights;
  private final CompanyRepository repository;
  private final CompanySight sight;

  CompanyDuplicates(
      CompanyService companies,
      SearchIndex index,
      Rights rights,
      CompanyRepository repository,
      CustomChecks custom) {
    this.companies = companies;
    this.rights = rights;
    this.repository = repository;
    this.sight = new CompanySight(rights, custom);
    this.index = new KindSearch(index, CompanySearch.KIND);
  }

  @Override
  public String kind() {
    return "company";
  }

  /** No further than lists count; beyond, the bar stands still before it is full. */
  @Override
  public int estimate() {
    Page<CompanyRow> none = companies.page(CompanyQuery.ALL, 0, 0);
    return none.exact() ? none.total() : Total.CAP * 10;
  }

  @Override
  public Stream<List<UUID>> ids() {
    return companies
        .ids(CompanyQuery.ALL, BATCH)
        .map(ids -> ids.stream().map(CompanyId::value).toList());
  }

  @Override
  public Map<UUID, List<Duplicate>> likely(List<UUID> batch) {
    Map<UUID, List<Duplicate>> likely = new HashMap<>();
    for (Company each : companies.findAll(batch.stream().map(CompanyId::new).toList())) {
      CompanyData data = each.data();
      List<Duplicate> found =
          index.alike(
              data.name() == null ? "" : data.name(),
              data.emails().stream().map(e -> e.address().value()).toList(),
              data.phones().stream().map(p -> p.number().dialled()).toList(),
              each.id().value());
      if (!found.isEmpty()) {
        likely.put(each.id().value(), found);
      }
    }
    return likely;
  }

  @Override
  public void inherit(UUID to, UUID from) {
    Optional<Company> goes = repository.find(new CompanyId(from));
    Optional<Company> stays = goes.flatMap(_ -> repository.find(new CompanyId(to)));
    stays.ifPresent(
        one -> {
          CompanyData all =
              sight.inherited(one.data(), goes.orElseThrow().data(), CompanyField::united);
          if (!all.equals(one.data()) && !repository.updateAll(Map.of(one, all)).isEmpty()) {
            throw new OptimisticLockingFailureException("changed meanwhile: " + one.id());
          }
        });
  }

  @Override
  public Set<Duplicate.Reason> untold() {
    Set<String> hidden = rights.hidden(CompanySearch.KIND);
    Set<Duplicate.Reason> untold = EnumSet.noneOf(Duplicate.Reason.class);
    if (hidden.contains(CompanyField.EMAILS.column())) {
      untold.add(Duplicate.Reason.EMAIL);
    }
    if (hidden.contains(CompanyField.PHONES.column())) {
      untold.add(Duplicate.Reason.PHONE);
    }
    return untold;
  }
}
