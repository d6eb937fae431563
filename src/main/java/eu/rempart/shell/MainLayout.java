package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.command.Commands;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.part.BannerStack;
import eu.rempart.shell.part.TabTitle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame around every view: navigation at the side, or at the bottom of a phone; search and the
 * user menu on top; the view below. Access is decided by each view, never here.
 */
@Uses(LazyElements.class)
// what panels of other rooms bring into a page, which Flow can't know from the page's class
@Uses(DatePicker.class)
@Uses(TimePicker.class)
@Uses(Select.class)
@Uses(RadioButtonGroup.class)
@Uses(MultiSelectComboBox.class)
@Uses(CustomField.class)
@Uses(ComboBox.class)
@Uses(TextArea.class)
@Uses(CheckboxGroup.class)
@Uses(Details.class)
@Uses(Upload.class)
@Uses(ProgressBar.class)
@Uses(Checkbox.class)
@Uses(EmailField.class)
@Uses(PasswordField.class)
@AnonymousAllowed
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final Main main = new Main();
  private final Optional<Navigation> navigation;
  private boolean viewIsNew;
  private boolean firstView = true;

  /** Builds the frame for whoever is signed in; without anybody only the view is shown. */
  public MainLayout(
      ObjectProvider<SignedIn> signedIn,
      ObjectProvider<NavigationEntry> entries,
      ObjectProvider<GlobalSearch> searches,
      ObjectProvider<Bookmarks> bookmarks,
      ObjectProvider<Command> commands,
      ObjectProvider<TopBarItem> items,
      ObjectProvider<PageBanner> banners) {
    addClassName("shell");
    main.addClassName("shell-main");
    main.getElement().setAttribute("tabindex", "-1");
    var session = signedIn.getIfAvailable();
    var person = Optional.ofNullable(session).flatMap(SignedIn::person);
    navigation =
        person.map(
            who ->
                new Navigation(
                    visible(entries, who),
                    who.opensCustomerData() ? bookmarks.getIfAvailable() : null));
    if (session != null && person.isPresent()) {
      var mine = new Commands(person.get(), entries.stream(), commands.orderedStream());
      add(
          skipLink(),
          top(
              session,
              person.get(),
              searches.orderedStream().toList(),
              mine,
              bookmarks.getIfAvailable(),
              items),
          banners(banners));
      navigation.ifPresent(this::add);
      // after the page, whose own keys come first: "Add deal" on a company's page is about it
      add(main, new Shortcuts(mine));
    } else {
      addClassName("shell-bare");
      add(main);
    }
  }

  @Override
  public void showRouterLayoutContent(@Nullable HasElement content) {
    main.removeAll();
    if (content != null) {
      main.getElement().appendChild(content.getElement());
      viewIsNew = true;
    }
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
    main.removeAll();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    getUI().ifPresent(ui -> ListPlace.arrive(ui, event.getLocation()));
    navigation.ifPresent(shown -> shown.mark(event.getLocation().getPath()));
    UI ui = UI.getCurrent();
    // Flow asks the view for its title after this
    ui.beforeClientResponse(this, _ -> TabTitle.show(ui));
    if (viewIsNew && !firstView) {
      focusHeading();
    }
    firstView = false;
    viewIsNew = false;
  }

  /** Tells keyboard and screen reader users where they are now; a page load does so by itself. */
  private void focusHeading() {
    main.getElement()
        .executeJs(
            """
            this.scrollTop = 0;
            const heading = this.querySelector('h1') ?? this;
            heading.tabIndex = -1;
            heading.focus({preventScroll: true});
            """);
  }

  private NativeButton skipLink() {
    var skip = new NativeButton(t("shell.skip"), _ -> main.getElement().callJsFunction("focus"));
    skip.addClassName("shell-skip");
    return skip;
  }

  private static Header top(
      SignedIn session,
      Person person,
      List<GlobalSearch> searches,
      Commands commands,
      @Nullable Bookmarks bookmarks,
      ObjectProvider<TopBarItem> items) {
    var top = new Header();
    top.addClassName("shell-top");
    top.add(
        person.opensCustomerData()
            ? new SearchBox(searches, commands, bookmarks)
            : new SearchBox(List.of(), commands, null)); // an engineer finds places alone
    items.orderedStream().flatMap(item -> item.create().stream()).forEach(top::add);
    top.add(new UserMenu(session, person, commands));
    return top;
  }

  private static BannerStack banners(ObjectProvider<PageBanner> banners) {
    return new BannerStack(
        banners.orderedStream().flatMap(banner -> banner.create().stream()).toList());
  }

  private static List<NavigationEntry> visible(
      ObjectProvider<NavigationEntry> entries, Person person) {
    return entries.stream().filter(entry -> entry.visibleFor().test(person)).toList();
  }
}
