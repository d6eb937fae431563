package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody whom the administrator invites, and who comes by the link. */
public record Colleague(String name, String email, String password) {

  /** Milliseconds: ten seconds as promised, and as much again for a busy machine. */
  private static final int LET_IN = 20_000;

  /**
   * Makes the invitation on the administrator's screen.
   *
   * @param role key of the role's name
   * @return the one-time link
   */
  public String invitedBy(Person administrator, String role) {
    administrator.open("/members");
    administrator.button("account.members.invite").first().click();
    Locator dialog = administrator.dialog();
    Person.type(dialog.getByLabel(administrator.t("account.name")), name);
    Person.type(dialog.getByLabel(administrator.t("account.email")), email);
    dialog.getByLabel(administrator.t("account.role")).click();
    administrator
        .page()
        .getByRole(
            AriaRole.OPTION,
            new Page.GetByRoleOptions().setName(administrator.t(role)).setExact(true))
        .click();
    administrator.dialogButton("account.members.invite.make").click();
    Locator link = dialog.getByLabel(administrator.t("account.link.label"));
    assertThat(link).hasValue(Pattern.compile("https://.*#.+"));
    String address = link.inputValue();
    administrator.dialogButton("account.close").click();
    assertThat(link).isHidden();
    return address;
  }

  /** Follows the link, chooses a password, and is let in by whatever administrator is there. */
  public void join(Person person, String link) {
    choose(person, link);
    isLetIn(person);
  }

  /** Follows the link and chooses a password. */
  public void choose(Person person, String link) {
    person.page().navigate(link);
    Person.type(person.field("account.password.new"), password);
    person.button("account.invitation.join").click();
  }

  /** The page goes on by itself. */
  public void isLetIn(Person person) {
    assertThat(person.page())
        .not()
        .hasURL(
            Pattern.compile(".*/invitation.*"),
            new PageAssertions.HasURLOptions().setTimeout(LET_IN));
  }
}
