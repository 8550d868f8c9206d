package org.dutypay.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * H2's trigger on the tables of the ledger: it refuses every change and deletion. PostgreSQL has
 * the same in its migration.
 */
public final class AppendOnly implements Trigger {

  private String table = "";

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String tableName,
      boolean before,
      int type) {
    table = tableName;
  }

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    throw new SQLException(table + " is append-only: what it holds is never changed");
  }
}
