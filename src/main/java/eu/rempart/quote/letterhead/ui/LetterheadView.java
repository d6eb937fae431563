package eu.rempart.quote.letterhead.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.common.CountryCode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.picture.PictureReader;
import eu.rempart.quote.letterhead.KeptLetterhead;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.ui.QuoteNavigation;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import eu.rempart.shell.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the firm says of itself on its quotes, for administrators. */
@StyleSheet("styles/quotes.css")
@Route(value = QuoteNavigation.LETTERHEAD, layout = MainLayout.class)
@RolesAllowed(Access.FIRM)
public class LetterheadView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient LetterheadService letterheads;
  private final Map<String, Component> fields = new LinkedHashMap<>();
  private final TextField name = line("name");
  private final TextArea address = text("address");
  private final ChoiceField<String> country = new ChoiceField<>();
  private final TextField vatNumber = line("vat_number");
  private final TextField registerNumber = line("register_number");
  private final TextField email = line("email");
  private final TextField phone = line("phone");
  private final TextField website = line("website");
  private final TextArea bank = text("bank");
  private final TextArea footer = text("footer");
  private final TermsField terms = new TermsField();
  private final LogoField logo;
  private transient @Nullable UUID logoId;
  private int version;

  LetterheadView(LetterheadService letterheads, PictureReader pictures) {
    this.letterheads = letterheads;
    logo = new LogoField(pictures);
    addClassNames("letterhead-view", "record-form");
    fields.put("country", country);
    fields.put("terms", terms.text());
    country.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(LetterheadView::countryName))
            .toList());
    country.setItemLabelGenerator(LetterheadView::countryName);
    country.setRequiredIndicatorVisible(true);
    Keyboard.EMAIL.of(email);
    Keyboard.PHONE.of(phone);
    Keyboard.LINK.of(website);
    Keyboard.CAPITALS.of(vatNumber);
    name.setRequiredIndicatorVisible(true);
    fields.forEach(
        (column, field) -> {
          if (field instanceof HasLabel labelled) {
            labelled.setLabel(Texts.t("letterhead.field." + column));
          }
        });
    var save = new Button(t("letterhead.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    SubmitKeys.press(save, this);
    var grid = new Div(country, vatNumber, registerNumber, email, phone, website);
    grid.addClassName("form-grid");
    add(
        new H1(t("letterhead.title")),
        new Paragraph(t("letterhead.sentence")),
        logo,
        name,
        address,
        grid,
        bank,
        footer,
        terms,
        save);
    show(letterheads.find());
  }

  private TextField line(String column) {
    var field = new TextField();
    field.setMaxLength(LetterheadService.MAX_LINE);
    fields.put(column, field);
    return field;
  }

  private TextArea text(String column) {
    var field = new TextArea();
    field.setMaxLength(LetterheadService.MAX_TEXT);
    fields.put(column, field);
    return field;
  }

  private void show(KeptLetterhead kept) {
    version = kept.version();
    Letterhead known = kept.letterhead();
    logoId = known.logo();
    logo.show(letterheads.logo(known).orElse(null));
    name.setValue(value(known.name()));
    address.setValue(value(known.address()));
    country.setValue(known.country());
    vatNumber.setValue(value(known.vatNumber()));
    registerNumber.setValue(value(known.registerNumber()));
    email.setValue(value(known.email()));
    phone.setValue(value(known.phone()));
    website.setValue(value(known.website()));
    bank.setValue(value(known.bank()));
    footer.setValue(value(known.footer()));
    terms.show(known.terms(), known.termsByLanguage());
    kept.unopenable()
        .forEach(
            (column, code) -> {
              if (fields.get(column.equals("terms_by_language") ? "terms" : column)
                  instanceof HasHelper field) {
                field.setHelperText(t("quote.form.sealed", code));
              }
            });
  }

  private static String countryName(String letters) {
    return CountryCode.parse(letters).map(one -> one.name(Texts.locale())).orElse(letters);
  }

  private static String value(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void save() {
    if (!TypedText.isAllRead(this)) {
      return;
    }
    Letterhead typed =
        new Letterhead(
            name.getValue(),
            address.getValue(),
            country.getValue(),
            vatNumber.getValue(),
            registerNumber.getValue(),
            email.getValue(),
            phone.getValue(),
            website.getValue(),
            bank.getValue(),
            footer.getValue(),
            terms.others(),
            terms.byLanguage(),
            logo.isRemoved() ? null : logoId);
    try {
      if (letterheads.save(version, typed, logo.brought())) {
        clear();
        show(letterheads.find());
        Notices.success(t("letterhead.saved"));
      } else {
        // what is typed stays; the next save is made upon what is there now
        version = letterheads.find().version();
        Notices.error(t("letterhead.stale"));
      }
    } catch (InvalidFieldException e) {
      clear();
      fields.forEach(
          (column, field) -> {
            if (e.field().equals("letterhead.field." + column)
                && field instanceof HasValidation validated) {
              validated.setInvalid(true);
              validated.setErrorMessage(Texts.t("quote.invalid." + e.problem().name()));
              if (field instanceof Focusable<?> focusable) {
                focusable.focus();
              }
            }
          });
    }
  }

  private void clear() {
    fields
        .values()
        .forEach(
            field -> {
              if (field instanceof HasValidation validated) {
                validated.setInvalid(false);
              }
            });
  }

  @Override
  public String getPageTitle() {
    return t("letterhead.title");
  }
}
