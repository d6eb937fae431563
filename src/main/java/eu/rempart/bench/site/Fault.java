package eu.rempart.bench.site;

import java.util.List;

/** What happens to a cluster, and how it ends. The site that leads is called the primary. */
enum Fault {
  DATABASE_KILLED("primary's PostgreSQL killed") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.killDatabase(primary);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) {
      // Patroni starts it
    }
  },
  MACHINE_KILLED("primary's machine dead") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.kill(primary);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.start(primary);
    }
  },
  CUT("primary's network a black hole") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.network().cut(primary);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.network().restore(primary);
    }
  },
  FROZEN("primary's machine frozen") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.freeze(primary);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.thaw(primary);
    }
  },
  PATRONI_KILLED("primary's Patroni killed") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.killPatroni(primary);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) {
      // the supervisor starts it
    }
  },
  COPY_KILLED("copy's machine dead") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.kill(copy);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.start(copy);
    }
  },
  COPY_CUT("copy's network a black hole") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.network().cut(copy);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.network().restore(copy);
    }
  },
  COPY_DISK_FULL("copy's disk full") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.fillDiskOfCopy(copy);
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.emptyDiskOfCopy();
    }

    @Override
    boolean needsCopyAtB() {
      return true;
    }
  },
  WITNESS_KILLED("witness dead") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.kill("witness");
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.start("witness");
    }
  },
  LINK_CUT("link between the sites cut") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.network().separateSites();
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) throws Exception {
      machines.network().joinSites();
    }
  },
  SWITCHED("planned switch") {
    @Override
    void begin(SiteMachines machines, String primary, String copy) throws Exception {
      machines.command(primary, "site", "switch");
    }

    @Override
    void end(SiteMachines machines, String primary, String copy) {
      // it is over
    }
  };

  /** Of twelve; a longer run begins again. */
  static final List<Fault> TURN =
      List.of(
          MACHINE_KILLED,
          CUT,
          SWITCHED,
          DATABASE_KILLED,
          FROZEN,
          COPY_KILLED,
          LINK_CUT,
          COPY_DISK_FULL,
          COPY_CUT,
          WITNESS_KILLED,
          PATRONI_KILLED,
          CUT);

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  abstract void begin(SiteMachines machines, String primary, String copy) throws Exception;

  abstract void end(SiteMachines machines, String primary, String copy) throws Exception;

  /** Whether it is for site B as the copy, whose disk is small. */
  boolean needsCopyAtB() {
    return false;
  }

  /** The bound of the issue that asked for it, in milliseconds. */
  long longestGap() {
    return this == SWITCHED ? 5_000 : 15_000;
  }

  @Override
  public String toString() {
    return words;
  }
}
