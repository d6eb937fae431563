package eu.rempart.team;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.communication.UidlWriter;
import eu.rempart.WithFirm;
import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.account.right.KindRights;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.search.Indexes;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm with members from whose roles something was taken away. */
public abstract class WithNarrowedMembers extends WithFirm {

  @Autowired protected RoleService roles;
  @Autowired protected TeamService teams;
  @Autowired protected DealService deals;
  @Autowired protected PipelineService pipelines;

  @Override
  protected void arrive() {
    super.arrive();
    Indexes.awaitReady(deals::indexState);
  }

  /**
   * A new member, signed in with a role of its own; the administrator acts on this thread after.
   */
  protected SignedInMember narrowed(Role base, RoleRules rules) {
    String address = someone().value();
    UUID member = joinAs(address, base).memberId();
    CustomRoleId role = roles.create("Role " + member, base, rules);
    members.changeRole(member, base, role.value());
    SignedInMember signedIn = signIn(address, PASSWORD);
    admin();
    return signedIn;
  }

  /** Everything with the records of this scope, for all kinds. */
  protected static RoleRules only(Scope scope) {
    return new RoleRules(Map.of(), RoleRules.all(scope));
  }

  /** Reads all and does the rest with records of one's own. */
  protected static RoleRules readsAll() {
    return new RoleRules(
        Map.of(),
        new KindRights(
            Map.of(
                Right.READ_RECORDS, Scope.ALL,
                Right.WRITE_RECORDS, Scope.OWN,
                Right.ARCHIVE_RECORDS, Scope.OWN,
                Right.EXPORT_RECORDS, Scope.OWN),
            Map.of()));
  }

  /** Everything but a field of contacts. */
  protected static RoleRules without(String kind, Map<String, FieldRule> fields) {
    Map<String, KindRights> kinds = new HashMap<>();
    kinds.put(kind, new KindRights(RoleRules.all(Scope.ALL).scopes(), fields));
    return new RoleRules(kinds, RoleRules.all(Scope.ALL));
  }

  /** Works as somebody; the administrator acts on this thread after. */
  protected <T> T as(SignedInMember member, Callable<T> work) {
    act(member);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      admin();
    }
  }

  protected ContactId person(String last, @Nullable UUID owner) {
    return contacts.create(ContactData.builder().lastName(last).ownerId(owner).build());
  }

  protected CompanyId firm(String name, @Nullable UUID owner) {
    return companies.create(CompanyData.builder().name(name).ownerId(owner).build());
  }

  protected DealId deal(String name, @Nullable CompanyId company, @Nullable UUID owner) {
    return deals.create(
        DealData.builder()
            .name(name)
            .companyId(company)
            .ownerId(owner)
            .stageId(pipeline().stages().getFirst().kept())
            .build());
  }

  protected Pipeline pipeline() {
    return FirstPipeline.of(pipelines);
  }

  /** All that the server answers when somebody opens a page: what is on it, and rows of lists. */
  protected String sent(String path) {
    UI ui = UI.getCurrent();
    ui.navigate("profile");
    roundTrip();
    String[] parts = path.split("\\?", 2);
    ui.navigate(
        parts[0],
        parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    for (Grid<?> grid : find(Grid.class).all()) {
      grid.getDataCommunicator().setViewportRange(0, 100);
    }
    String answer = new UidlWriter().createUidl(ui, false).toString();
    roundTrip();
    return answer;
  }
}
