package eu.rempart.company.ui;

import eu.rempart.account.MemberNames;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.db.Reason;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.merge.FieldMerge;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.Tags;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How two companies become one. */
@Component
class CompanyMerge extends FieldMerge<Company, CompanyField, CompanyData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Nobody need choose among these: both records' entries stay. */
  private static final Set<CompanyField> UNITED =
      EnumSet.of(
          CompanyField.EMAILS,
          CompanyField.PHONES,
          CompanyField.ADDRESSES,
          CompanyField.TAGS,
          CompanyField.CUSTOM);

  private final CompanyService companies;
  private final DuplicateService duplicates;
  private final MemberNames members;
  private final Tags tags;
  private final CustomFields custom;

  CompanyMerge(
      CompanyService companies,
      DuplicateService duplicates,
      MemberNames members,
      Tags tags,
      CustomFields custom) {
    super(CompanyField.class, UNITED);
    this.companies = companies;
    this.duplicates = duplicates;
    this.members = members;
    this.tags = tags;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  protected List<Company> read(List<UUID> ids) {
    return companies.findAll(ids.stream().map(CompanyId::new).toList());
  }

  @Override
  protected UUID idOf(Company record) {
    return record.id().value();
  }

  @Override
  protected CompanyData dataOf(Company record) {
    return record.data();
  }

  @Override
  protected boolean save(Company stays, CompanyData merged) {
    return companies.saveAll(Map.of(stays, merged), Reason.EDIT).isEmpty();
  }

  @Override
  protected void archive(Company goes, Company stays) {
    duplicates.pointElsewhere(kind(), goes.id().value(), stays.id().value());
    companies.archive(List.of(goes.id()));
  }

  @Override
  public Map<UUID, Side> sides(Set<UUID> ids) {
    Map<UUID, String> names = members.all();
    TagBook book = tags.book();
    CustomBook own = custom.book(kind());
    return read(List.copyOf(ids)).stream()
        .collect(Collectors.toMap(this::idOf, each -> side(each, names, book, own)));
  }

  private Side side(Company record, Map<UUID, String> names, TagBook book, CustomBook own) {
    CompanyData data = record.data();
    return new Side(
        CompanyTexts.title(data, record.unopenable()),
        CompanyNavigation.details(record.id()),
        filled(
            CompanyTexts::label,
            field -> CompanyTexts.value(field, data, names, book, own, this::company)),
        united());
  }

  @Override
  protected CompanyData merged(CompanyData one, CompanyData other, Set<CompanyField> taken) {
    return CompanyField.united(CompanyField.copy(taken, other, one), other);
  }

  private String company(CompanyId id) {
    return companies.reference(id).map(CompanyReference::name).orElse("");
  }

  @Override
  public void seen(List<UUID> ids) {
    companies.tellIndex(ids.stream().map(CompanyId::new).toList()).accept(PATIENCE);
  }
}
