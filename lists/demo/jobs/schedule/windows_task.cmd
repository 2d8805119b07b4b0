@rem Windows Task Scheduler: the job every night at 2:45, as the account that is logged on. Run once at a command prompt.
@rem - source: written for this project; date: 2026-11-26
schtasks /Create /TN "Screening customers" /SC DAILY /ST 02:45 /TR "cmd /c screening run C:\screening\customers.toml --only-changes --log-json >> C:\screening\customers.jsonl 2>&1" /F
