package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.notification.Notification;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.RecordField;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.product.Product;
import eu.rempart.product.ProductService;
import eu.rempart.quote.IssuedQuoteException;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.ConflictDialog.Choice;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person fill in a quote, and does what it takes until it is saved. */
@Component
final class QuoteEditor {

  private final QuoteService quotes;
  private final QuotePickers pickers;
  private final QuoteStart start;
  private final ProductService products;
  private final LetterheadService letterheads;
  private final MemberNames members;
  private final QuoteUnfinished unfinished;
  private final Tags tags;
  private final CustomFields custom;
  private final CurrentMember member;

  QuoteEditor(
      QuoteService quotes,
      QuotePickers pickers,
      QuoteStart start,
      ProductService products,
      LetterheadService letterheads,
      MemberNames members,
      QuoteUnfinished unfinished,
      Tags tags,
      CustomFields custom,
      CurrentMember member) {
    this.quotes = quotes;
    this.pickers = pickers;
    this.start = start;
    this.products = products;
    this.letterheads = letterheads;
    this.members = members;
    this.unfinished = unfinished;
    this.tags = tags;
    this.custom = custom;
    this.member = member;
  }

  /** Asks for a new quote; tells its id once it is saved. */
  void create(QuoteData from, Consumer<QuoteId> created) {
    new Session(null, from, placeOf(from), created).open();
  }

  /** Asks for a new quote over whatever page is shown, and shows it once it is saved. */
  void createHere() {
    if (member.may(Right.WRITE_RECORDS, "quote")) {
      create(start.blank(), QuoteNavigation::open);
    }
  }

  /** The record on whose page it is begun; null for none. */
  private static @Nullable UUID placeOf(QuoteData from) {
    DealId deal = from.dealId();
    ContactId contact = from.contactId();
    CompanyId company = from.companyId();
    if (deal != null) {
      return deal.value();
    }
    if (contact != null) {
      return contact.value();
    }
    return company == null ? null : company.value();
  }

  /** Lets a draft be changed; tells its id once it is saved, which is another one after "Gone". */
  void edit(Quote quote, Consumer<QuoteId> saved) {
    new Session(quote, quote.data(), null, saved).open();
  }

  /** What is filled in; fields that whoever writes may not fill in stay as they were. */
  private QuoteData allowed(QuoteData before, QuoteData filled) {
    Set<String> fixed = member.rights().fixed("quote");
    CustomValues values = filled.custom().keeping(CustomField.idsOfColumns(fixed), before.custom());
    return QuoteField.copy(
        RecordField.of(QuoteField.class, fixed), before, filled.toBuilder().custom(values).build());
  }

  private List<Product> offered() {
    return member.may(Right.READ_RECORDS, "product")
        ? products.all(Texts.locale()).stream().filter(product -> product.data().offered()).toList()
        : List.of();
  }

  /** One panel from opening to saving. */
  private final class Session {

    private final Map<UUID, String> names = members.all();
    private final CustomBook own = custom.book("quote");
    private final QuoteForm form =
        new QuoteForm(
            pickers, start, offered(), names, tags, own, letterheads.find().letterhead().country());
    private final Consumer<QuoteId> saved;
    private final RecordPanel panel;
    private @Nullable Quote quote;
    private @Nullable Notification told;

    Session(@Nullable Quote found, QuoteData from, @Nullable UUID place, Consumer<QuoteId> saved) {
      var draft = unfinished.of(found, place);
      quote = unfinished.asItWas(found, draft);
      this.saved = saved;
      form.narrow(member.rights().hidden("quote"), member.rights().fixed("quote"));
      form.show(quote == null ? from : quote.data(), quote == null ? Map.of() : quote.unopenable());
      panel =
          new RecordPanel(
              quote == null ? t("quote.new.title") : t("quote.edit.title"),
              form,
              t("quote.save"),
              this::submit);
      panel.addClassName("quote-panel");
      QuoteData begun = quote == null ? from : quote.data();
      draft.ifPresent(left -> form.fill(allowed(begun, left.typed())));
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found, place));
      unfinished.tell(panel, found, draft, () -> new Session(found, from, place, saved).open());
      form.onChange(
          () -> {
            if (form.isFinished()) {
              mended();
            }
            panel.setUnsaved(form.isChanged());
            unfinished.keep(
                quote == null ? found : quote, place, form.typedSoFar(), form.isChanged());
          });
    }

    void open() {
      panel.open();
      form.focus();
    }

    private void submit() {
      if (form.check()) {
        form.value().ifPresentOrElse(data -> save(quote, data), this::incomplete);
      }
    }

    private void incomplete() {
      told = Notices.error(form.incomplete());
    }

    /** What was said of the lines is true no more. */
    private void mended() {
      Notification notice = told;
      if (notice != null) {
        notice.close();
        told = null;
      }
    }

    /**
     * Saves what is typed.
     *
     * @param known what it was typed over, or merged with; null for a new quote. The form still
     *     shows what it showed: only once this is saved is a merged quote the one that it is about
     */
    private void save(@Nullable Quote known, QuoteData data) {
      try {
        if (known == null) {
          done(quotes.create(data), t("quote.created"));
        } else {
          answer(known, quotes.save(known.id(), known.version(), known.data(), data), data);
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (QuoteRefusedException e) {
        form.show(e);
        Notices.error(QuoteTexts.problem(e));
      } catch (IssuedQuoteException _) {
        Notices.error(t("quote.issued.meanwhile"));
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    private void answer(Quote known, SaveResult<Quote, QuoteField> result, QuoteData mine) {
      switch (result) {
        case SaveResult.Saved<Quote, QuoteField>(var now) -> done(now.id(), t("quote.saved"));
        case SaveResult.Stale<Quote, QuoteField> stale -> resolve(known.data(), stale, mine);
        case SaveResult.Gone<Quote, QuoteField> _ ->
            Confirmation.ask(
                t("quote.gone.title"),
                t("quote.gone.sentence"),
                t("quote.gone.create"),
                () -> {
                  quote = null;
                  save(null, allowed(QuoteData.EMPTY, mine));
                });
      }
    }

    private void done(QuoteId id, String notice) {
      panel.done();
      Notices.success(notice);
      saved.accept(id);
    }

    private void resolve(
        QuoteData before, SaveResult.Stale<Quote, QuoteField> stale, QuoteData typed) {
      QuoteData theirs = stale.current().data();
      Set<QuoteField> changed = QuoteField.changed(before, typed);
      QuoteData mine =
          typed.toBuilder().custom(typed.custom().over(before.custom(), theirs.custom())).build();
      Set<QuoteField> both = EnumSet.noneOf(QuoteField.class);
      both.addAll(stale.both());
      if (!typed.custom().meets(before.custom(), theirs.custom())) {
        both.remove(QuoteField.CUSTOM);
      }
      if (both.isEmpty()) {
        save(stale.current(), QuoteField.copy(changed, mine, theirs));
        return;
      }
      Set<QuoteField> kept = EnumSet.noneOf(QuoteField.class);
      kept.addAll(stale.theirs());
      kept.removeAll(changed);
      new ConflictDialog<QuoteField>(
              members.of(stale.current().changed().memberId()).orElse(""),
              both.stream()
                  .map(
                      field ->
                          new Choice<>(
                              field,
                              QuoteTexts.label(field),
                              QuoteTexts.value(field, mine, names, tags.book(), own),
                              QuoteTexts.value(field, theirs, names, tags.book(), own)))
                  .toList(),
              kept.stream().map(QuoteTexts::label).toList(),
              chosen -> {
                Set<QuoteField> winning = EnumSet.copyOf(changed);
                winning.removeIf(field -> both.contains(field) && !chosen.contains(field));
                save(stale.current(), QuoteField.copy(winning, mine, theirs));
              })
          .open();
    }
  }
}
