-- How many exceptions a night had, for the chart of the last nights.
create table exception_night (
  run_date date not null,
  from_date date not null,            -- first force day reported
  to_date date not null,
  severity varchar(10) not null,
  exceptions bigint not null,
  held_amount bigint not null,        -- pence
  primary key (run_date, from_date, to_date, severity)
);
