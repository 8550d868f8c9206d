package org.dutypay.pay;

/** Whether a line pays an open date or corrects a closed one (rulebook 14). */
public enum LineType {
  NEW,
  ARREARS,
  RECOVERY
}
