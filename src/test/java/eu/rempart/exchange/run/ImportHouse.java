package eu.rempart.exchange.run;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactService;
import eu.rempart.db.ActorSource;
import eu.rempart.db.Claims;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.WholeTables;
import eu.rempart.db.Writes;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.run.upload.Uploads;
import eu.rempart.home.HomeFolder;
import eu.rempart.picture.PictureProcess;
import eu.rempart.preview.PreviewPictures;
import eu.rempart.search.SearchIndex;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultHandle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The rooms that an import passes through, as Spring puts them together, on a database of their
 * own, with an administrator who is signed in.
 */
public final class ImportHouse implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  private static final Pattern OTHER_BEANS =
      Pattern.compile(
          ".*\\.ui\\..*|eu\\.rempart\\.activity\\.[a-z]+\\..*|eu\\.rempart\\.deal\\.board\\..*"
              + "|eu\\.rempart\\.account\\.(?!(CurrentMember|Rights|OwnerNames|MemberNames|MemberRepository"
              + "|acting\\.(SignedInActor|SignedInVault|WorkApart))$).*");

  private final TestDatabase database = new TestDatabase();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final Path folder;
  private final SignedInMember[] administrator = new SignedInMember[1];

  public ImportHouse() {
    try {
      folder = Files.createTempDirectory("import-house");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext extension) {
    database.open();
    open(database.appDataSource());
  }

  @Override
  public void afterAll(ExtensionContext extension) {
    close();
  }

  /** Builds the house on this database, which must be {@link #database()}. */
  public void open(DataSource source) {
    context.registerBean(DataSource.class, () -> source);
    context.registerBean(HomeFolder.class, () -> HomeFolder.open(folder.resolve("home")));
    context.registerBean(
        DSLContext.class,
        () -> DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES));
    context.registerBean(
        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
    context.registerBean(
        Writes.class,
        () ->
            new Writes(
                context.getBean(DSLContext.class),
                context.getBean(PlatformTransactionManager.class),
                context.getBean(ActorSource.class)));
    context.registerBean(WholeTables.class);
    context.registerBean(PictureProcess.class, PreviewPictures::new);
    context.registerBean(Claims.class, () -> new Claims(source));
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(new RegexPatternTypeFilter(OTHER_BEANS));
    scanner.scan(
        "eu.rempart.account",
        "eu.rempart.activity",
        "eu.rempart.company",
        "eu.rempart.contact",
        "eu.rempart.customfield",
        "eu.rempart.deal",
        "eu.rempart.picture",
        "eu.rempart.search",
        "eu.rempart.tag",
        "eu.rempart.vault",
        "eu.rempart.exchange.run");
    context.refresh();
    context.start();
    UUID member = database.member(Role.ADMINISTRATOR.name());
    VaultHandle handle =
        vault().setUp(member, "seven grey herons over Liège".toCharArray()).handle();
    administrator[0] = new SignedInMember(member, Role.ADMINISTRATOR, UUID.randomUUID(), handle);
    awaitIndex();
  }

  private void awaitIndex() {
    SearchIndex index = context.getBean(SearchIndex.class);
    CountDownLatch ready = new CountDownLatch(1);
    Runnable look =
        () -> {
          if (Stream.of("contact", "company", "deal", "activity")
              .allMatch(kind -> index.state(kind).ready())) {
            ready.countDown();
          }
        };
    Runnable stop = index.onStateChange(look);
    look.run();
    try {
      if (!ready.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the index was not ready within a minute");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      stop.run();
    }
  }

  public TestDatabase database() {
    return database;
  }

  public Path home() {
    return folder.resolve("home");
  }

  public SignedInMember administrator() {
    return administrator[0];
  }

  public ImportService imports() {
    return context.getBean(ImportService.class);
  }

  public ImportUndo undo() {
    return context.getBean(ImportUndo.class);
  }

  public ContactService contacts() {
    return context.getBean(ContactService.class);
  }

  public CompanyService companies() {
    return context.getBean(CompanyService.class);
  }

  public VaultService vault() {
    return context.getBean(VaultService.class);
  }

  public CurrentMember current() {
    return context.getBean(CurrentMember.class);
  }

  public Rights rights() {
    return context.getBean(Rights.class);
  }

  public Uploads uploads() {
    return context.getBean(Uploads.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Does something as the administrator. */
  public <T> T as(Callable<T> work) {
    return as(administrator(), work);
  }

  /** Does something as somebody. */
  public <T> T as(SignedInMember member, Callable<T> work) {
    try {
      return current().callAs(member, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody else, who is signed in with this role and the administrator's key. */
  public SignedInMember member(Role role) {
    return new SignedInMember(
        database.member(role.name()), role, UUID.randomUUID(), administrator().vault());
  }

  /** Takes a file in, as after an upload. */
  public BroughtFile bring(String name, byte[] content) {
    return as(() -> uploads().take(name, new ByteArrayInputStream(content)));
  }

  public BroughtFile bring(String csv) {
    return bring("people.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
