package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.Admissions;
import eu.rempart.account.Member;
import eu.rempart.account.MemberNames;
import eu.rempart.account.ProfileService;
import eu.rempart.account.passkey.PasskeyService;
import eu.rempart.account.passkey.ui.PasskeysPanel;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.account.second.SecondFactorService;
import eu.rempart.account.second.ui.SecondFactorPanel;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.Scheme;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.part.Notices;
import eu.rempart.vault.password.WeakPasswordException;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One's own account. */
@Route(value = AccountNavigation.PROFILE, layout = MainLayout.class)
@PermitAll
@OpenToEngineers
@StyleSheet("styles/account.css")
public final class ProfileView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ProfileService service;

  public ProfileView(
      ProfileService service,
      Admissions admissions,
      PasskeyService passkeys,
      SecondFactorService second) {
    this.service = service;
    getContent().addClassNames("account-page", "account-narrow");
    var me = service.me().orElseThrow();
    var factors = new SecondFactorPanel(second);
    getContent()
        .add(
            new H1(t("account.profile.title")),
            about(me),
            password(),
            new PasskeysPanel(passkeys, factors::refresh),
            factors,
            ownSessions());
    var words = admissions.ownWords();
    if (!words.isEmpty()) {
      getContent().add(key(words));
    }
  }

  @Override
  public String getPageTitle() {
    return t("account.profile.title");
  }

  private Section about(Member me) {
    var name = new TextField(t("account.name"));
    name.setValue(MemberText.of(me.name()));
    name.setMaxLength(MemberNames.LONGEST);
    var save = new Button(t("account.profile.save"));
    save.addClickListener(
        _ -> {
          name.setErrorMessage(t("account.name.missing"));
          name.setInvalid(name.getValue().isBlank());
          if (!name.isInvalid()) {
            rename(name);
          }
        });
    var language = new Select<Locale>();
    language.setLabel(t("account.doorway.language"));
    language.setItems(Locale.ENGLISH, Locale.FRENCH);
    language.setItemLabelGenerator(each -> each.getDisplayLanguage(each));
    language.setValue(Locale.of(me.language()));
    language.addValueChangeListener(
        change -> {
          service.chooseLanguage(change.getValue());
          VaadinSession.getCurrent().setLocale(change.getValue());
          UI.getCurrent().getPage().reload();
        });
    return section(t("account.profile.about"), name, save, language, colours(me));
  }

  private void rename(TextField name) {
    try {
      service.rename(name.getValue());
      Notices.success(t("account.profile.saved"));
    } catch (InvalidFieldException _) {
      name.setInvalid(true); // nothing but marks that nobody sees
    }
  }

  private Select<Scheme> colours(Member me) {
    var colours = new Select<Scheme>();
    colours.setLabel(t("shell.scheme"));
    colours.setItems(Scheme.values());
    colours.setItemLabelGenerator(Scheme::label);
    colours.setValue(Scheme.of(me.theme()));
    colours.addValueChangeListener(
        change -> {
          service.chooseTheme(change.getValue().stored());
          change.getValue().apply(UI.getCurrent());
        });
    return colours;
  }

  private Section password() {
    var old = new PasswordField(t("account.password.old"));
    old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    old.setManualValidation(true);
    Reveal.name(old);
    var rule = service.passwordRule();
    var fresh = new NewPassword(t("account.password.new"), () -> rule);
    var change = new Button(t("account.password.change"), _ -> change(old, fresh));
    var sentence = new Span(t("account.password.change.sentence"));
    sentence.addClassName("account-soft");
    var section = section(t("account.password"), sentence, old, fresh, change);
    SubmitKeys.press(change, section);
    return section;
  }

  private void change(PasswordField old, NewPassword fresh) {
    var chosen = fresh.chosen();
    if (chosen.isEmpty()) {
      return;
    }
    var typed = old.getValue().toCharArray();
    try {
      var changed = service.changePassword(typed, chosen.get());
      old.setErrorMessage(t("account.password.old.wrong"));
      old.setInvalid(!changed);
      if (changed) {
        old.clear();
        fresh.clear();
        Notices.success(t("account.password.changed"));
      }
    } catch (WeakPasswordException e) {
      fresh.refuse(t(e.fault().messageKey()));
    } catch (TooManyTriesException e) {
      old.setErrorMessage(t("account.signin.wait", e.seconds()));
      old.setInvalid(true);
    } finally {
      Arrays.fill(typed, '\0');
      Arrays.fill(chosen.get(), '\0');
    }
  }

  private static Section key(List<String> words) {
    var sentence = new Span(t("account.words.own"));
    sentence.addClassName("account-soft");
    return section(t("account.words.title"), sentence, new KeyWords(words));
  }

  private static Section ownSessions() {
    var sentence = new Span(t("account.sessions.about"));
    sentence.addClassName("account-soft");
    return section(
        t("account.sessions"),
        sentence,
        new RouterLink(t("account.sessions.show"), SessionsView.class));
  }

  private static Section section(String title, com.vaadin.flow.component.Component... parts) {
    var section = new Section(new H2(title));
    section.addClassName("account-section");
    section.add(parts);
    return section;
  }
}
