package eu.rempart.company.ui;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyDataBuilder;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.db.Reason;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.custom.CustomFieldBulk;
import eu.rempart.shell.custom.CustomFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many companies at once. */
@Component
class CompanyBulk extends CustomFieldBulk<Company, CompanyField, CompanyData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CompanyService companies;

  CompanyBulk(CompanyService companies, CustomFields custom) {
    super(CompanyField.class, custom);
    this.companies = companies;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  protected List<Company> read(List<UUID> ids) {
    return companies.findAll(typed(ids));
  }

  @Override
  protected CompanyData dataOf(Company found) {
    return found.data();
  }

  @Override
  protected CompanyData ownedBy(CompanyData data, @Nullable UUID owner) {
    return data.toBuilder().ownerId(owner).build();
  }

  @Override
  protected Set<UUID> tagsOf(CompanyData data) {
    return data.tags();
  }

  @Override
  protected CompanyData tagged(CompanyData data, Set<UUID> tags) {
    return data.toBuilder().tags(tags).build();
  }

  @Override
  protected CustomValues customOf(CompanyData data) {
    return data.custom();
  }

  @Override
  protected CompanyData with(CompanyData data, CustomValues values) {
    return data.toBuilder().custom(values).build();
  }

  @Override
  protected Set<Company> keepable(Map<Company, CompanyData> changes) {
    return companies.keepable(changes);
  }

  @Override
  protected int save(Map<Company, CompanyData> changes) {
    return companies.saveAll(changes, Reason.EDIT).size();
  }

  @Override
  protected int archive(List<Company> there) {
    companies.archive(there.stream().map(Company::id).toList());
    return there.size();
  }

  @Override
  protected List<BulkField<?>> own() {
    return CompanyBulkFields.of(this::built);
  }

  private ToIntFunction<List<UUID>> built(Consumer<CompanyDataBuilder> change) {
    return edit(
        data -> {
          CompanyDataBuilder builder = data.toBuilder();
          change.accept(builder);
          return builder.build();
        });
  }

  @Override
  public void seen(List<UUID> ids) {
    companies.tellIndex(typed(ids)).accept(PATIENCE);
  }

  private static List<CompanyId> typed(List<UUID> ids) {
    return ids.stream().map(CompanyId::new).toList();
  }
}
