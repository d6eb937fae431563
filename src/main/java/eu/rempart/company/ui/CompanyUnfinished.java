package eu.rempart.company.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.company.Company;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a company and did not save. */
@Component
final class CompanyUnfinished extends Unfinished<Company, CompanyTyped> {

  CompanyUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "company",
        CompanyTyped.class,
        new Sentences("company.draft.new", "company.draft.changes"),
        drafts,
        member);
  }

  @Override
  protected Begun<CompanyTyped> begin(@Nullable Company of) {
    return of == null
        ? Begun.empty(CompanyTyped.EMPTY)
        : new Begun<>(of.id().value(), of.version(), CompanyTyped.of(of.data()));
  }

  @Override
  protected Company before(Company now, Draft<CompanyTyped> draft) {
    return new Company(
        now.id(),
        draft.version(),
        draft.before().data(),
        now.unopenable(),
        now.created(),
        now.changed());
  }
}
