package eu.rempart.alert.channel.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.SecretChange;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.common.CountryCode;
import eu.rempart.shell.field.CountryField;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The settings of a channel as fields, as many as its kind has. */
final class ChannelForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SECRET = 500;

  private final transient ChannelSettings before;
  private final transient Map<Setting, HasValue<?, ?>> fields = new EnumMap<>(Setting.class);
  private final transient Map<Setting, Supplier<String>> said = new EnumMap<>(Setting.class);
  private final PasswordField secret = new PasswordField();
  private final Checkbox remove = new Checkbox(t("alert-channel.secret.remove"));
  private final Checkbox enabled = new Checkbox();

  ChannelForm(ChannelSettings before) {
    this.before = before;
    getContent().addClassName("channel-form");
    for (Setting setting : Setting.of(before.kind())) {
      getContent().add(field(setting));
    }
    String kind = before.kind().key();
    secret.setLabel(t("alert-channel.secret." + kind));
    secret.setHelperText(
        t(before.hasSecret() ? "alert-channel.secret.kept" : "alert-channel.secret.none"));
    secret.setErrorMessage(
        t(
            before.kind() == ChannelKind.EMAIL
                ? "alert-channel.mail.secret.wrong"
                : "alert-channel.secret.wrong"));
    secret.setManualValidation(true);
    secret.setMaxLength(LONGEST_SECRET);
    secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
    secret.setVisible(Setting.hasSecret(before.kind()));
    remove.setVisible(before.hasSecret());
    boolean mail = before.kind() == ChannelKind.EMAIL;
    enabled.setLabel(t(mail ? "alert-channel.mail.enabled" : "alert-channel.enabled"));
    enabled.setValue(before.version() == 0 || before.enabled());
    getContent().add(secret, remove, enabled);
  }

  private Component field(Setting setting) {
    String label = t("alert-channel.field." + setting.key());
    String hint = t("alert-channel.field." + setting.key() + ".hint");
    String wrong = t("alert-channel.field." + setting.key() + ".wrong");
    return switch (setting.shape()) {
      case LINE, NUMBER -> {
        TextField field = new TextField(label);
        field.setMaxLength(setting.longest());
        field.setHelperText(hint);
        field.setErrorMessage(wrong);
        field.setManualValidation(true);
        keep(setting, field);
        yield field;
      }
      case TEXT -> {
        TextArea field = new TextArea(label);
        field.setMaxLength(setting.longest());
        field.setHelperText(hint);
        field.setErrorMessage(wrong);
        field.setManualValidation(true);
        keep(setting, field);
        yield field;
      }
      case COUNTRY -> {
        CountryField field = new CountryField(label);
        field.setHelperText(hint);
        field.setErrorMessage(wrong);
        field.setManualValidation(true);
        CountryCode.parse(before.of(setting)).ifPresent(field::setValue);
        fields.put(setting, field);
        said.put(setting, () -> field.isEmpty() ? "" : field.getValue().value());
        yield field;
      }
      case CHOICE -> {
        Select<String> field = new Select<>();
        field.setLabel(label);
        field.setItems(setting.choices());
        field.setItemLabelGenerator(
            choice -> t("alert-channel.field." + setting.key() + "." + choice));
        field.setHelperText(hint);
        field.setErrorMessage(wrong);
        keep(setting, field);
        yield field;
      }
    };
  }

  private void keep(Setting setting, HasValue<?, String> field) {
    field.setValue(before.of(setting));
    fields.put(setting, field);
    said.put(setting, () -> field.getValue().strip());
  }

  /** What the fields say. */
  ChannelSettings settings() {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    said.forEach((setting, text) -> values.put(setting, text.get()));
    return new ChannelSettings(
        before.kind(), before.version(), enabled.getValue(), values, before.hasSecret());
  }

  SecretChange secret() {
    if (!secret.isEmpty()) {
      return new SecretChange.Put(secret.getValue());
    }
    return remove.getValue() ? new SecretChange.Remove() : new SecretChange.Keep();
  }

  /** Nothing is wrong any more. */
  void forgive() {
    secret.setInvalid(false);
    fields.values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
  }

  /**
   * Says what is wrong.
   *
   * @param setting null for the password
   */
  void blame(@Nullable Setting setting) {
    HasValue<?, ?> field = setting == null ? secret : fields.get(setting);
    if (field instanceof HasValidationProperties wrong) {
      wrong.setInvalid(true);
    }
    if (field instanceof Focusable<?> there) {
      there.focus();
    }
  }
}
